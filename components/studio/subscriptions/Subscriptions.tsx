/** Addresses that packs are fetched from: how each fares, one more, and the ones that the organisation set. */
import { useState } from 'react';
import { Said, useTold } from '../Said';
import { TrustCard } from '../trust/TrustCard';
import type { TrustAsk } from '../trust/model';
import { AddSubscription } from './AddSubscription';
import type { CheckOutcome, SubscriptionsEvents, SubscriptionsModel } from './model';
import { SubscriptionEntry } from './SubscriptionEntry';
import { outcomeWords } from './words';
import '../rows.css';

interface SubscriptionsProps {
  model: SubscriptionsModel;
  now: number;
  events: SubscriptionsEvents;
}

export function Subscriptions({ model: { subscriptions = [], mayAdd }, now, events }: SubscriptionsProps) {
  const [told, tell] = useTold();
  const [asked, setAsked] = useState<{ url: string; ask: TrustAsk } | null>(null);
  /** Tells what came of a look; a new key is asked about. Resolves once the look is over, well or not. */
  const look = (url: string, looking: Promise<CheckOutcome>): Promise<void> => {
    setAsked(null);
    const done = looking.then((outcome) => {
      if (outcome.kind === 'ask') setAsked({ url, ask: outcome.ask });
      return { words: outcomeWords(outcome, now) };
    });
    tell(done);
    return done.then(
      () => undefined,
      () => undefined,
    );
  };
  return (
    <>
      {subscriptions.length > 0 && (
        <ul className="hr-rows">
          {subscriptions.map((shown) => (
            <SubscriptionEntry
              key={shown.url}
              shown={shown}
              now={now}
              onCheck={() => look(shown.url, events.onCheckSubscription(shown.url))}
              onAllow={() => look(shown.url, events.onAllowSubscription(shown.url))}
              onRemove={() => {
                setAsked(null);
                tell(
                  events
                    .onRemoveSubscription(shown.url)
                    .then(() => ({ words: `${shown.host} is not looked at any more. Its pack stays.` })),
                );
              }}
            />
          ))}
        </ul>
      )}
      {asked && (
        <TrustCard
          ask={asked.ask}
          now={now}
          onTrust={() => void look(asked.url, events.onCheckSubscription(asked.url, asked.ask.claims.key))}
          onLeave={() => {
            setAsked(null);
            tell(Promise.resolve({ words: 'Nothing was changed. Remove the subscription if you do not know whose it is.' }));
          }}
        />
      )}
      <Said told={told} onTell={tell} />
      {mayAdd ? (
        <AddSubscription problemOf={events.addressProblem} onAdd={(text) => look(text.trim(), events.onAddSubscription(text))} />
      ) : (
        <p className="hr-fixed">Set by your organisation: it chooses the rule packs, and nobody can add an address here.</p>
      )}
    </>
  );
}
