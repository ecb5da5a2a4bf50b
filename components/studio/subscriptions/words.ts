/** What is said of a subscription: how old what is here is, when it is looked at next, and what came of a look. */
import { agoWords, dayWords } from '../../ui/time';
import type { CheckOutcome, SubscriptionView } from './model';

export function freshWords({ freshAt, checkedAt }: Pick<SubscriptionView, 'freshAt' | 'checkedAt'>, now: number): string {
  if (freshAt !== undefined) return `Confirmed by the host ${agoWords(freshAt, now)}.`;
  return checkedAt === undefined ? 'Not looked at yet.' : `Nothing came from there yet; looked at ${agoWords(checkedAt, now)}.`;
}

export function nextWords({ dueAt }: Pick<SubscriptionView, 'dueAt'>, now: number): string {
  return dueAt <= now ? 'The next look is due.' : `Next look ${agoWords(dueAt, now)}.`;
}

export function outcomeWords(outcome: CheckOutcome, now: number): string {
  switch (outcome.kind) {
    case 'same':
      return 'Looked: what is here is the newest.';
    case 'ask':
      return 'The pack is good, and its key is new here: compare the words first.';
    case 'failed':
      return `Nothing was changed. ${outcome.trouble.words}`;
    case 'taken':
      return takenWords(outcome, now);
  }
}

/** What became of a pack that was taken; said of files and subscriptions alike. */
export function takenWords({ title, version, use, isNew, from }: Extract<CheckOutcome, { kind: 'taken' }>, now: number): string {
  const pack = `${title} ${version}`;
  switch (use) {
    case 'now':
      return `${pack} is in use now.`;
    case 'later':
      return from === undefined
        ? `${pack} is here, and meant for groups or roles that you are not in. The version before stays in use.`
        : `${pack} is here, and is used from ${dayWords(new Date(`${from}T00:00`).getTime(), now)} on. The version before stays in use.`;
    case 'kept':
      return isNew ? `${pack} was added. It is not in use: put it to use below.` : `${pack} was here already. Nothing was changed.`;
  }
}
