/** Each rule of a policy in plain words, as it is in force; and what is said of one that could not be read. */
import type { PolicyKey, PolicyProblem } from '../../../lib/policy-rules';
import type { Policy } from '../../../lib/policy-schema';

/** What a rule means here. A list has a line for each entry; nothing is said of an empty one. */
export function ruleWords(key: PolicyKey, policy: Policy): string[] {
  switch (key) {
    case 'readAtMove':
      return [
        policy.readAtMove
          ? 'Values may be read from the CRM when a stage change is held.'
          : 'Values are not read from the CRM when a stage change is held.',
      ];
    case 'guard':
      return [
        policy.guard ? 'Stage changes are held.' : 'Stage changes are not held: the panel shows the steps, and every save goes through.',
      ];
    case 'handle':
      return [HANDLE[policy.handle]];
    case 'choosePacks':
      return [
        policy.choosePacks
          ? 'You may add rule packs and subscriptions of your own.'
          : 'Your organisation chooses the rule packs: nobody can add others.',
      ];
    case 'requireSigned':
      return [policy.requireSigned ? 'Only signed packs may be used.' : 'Packs that are not signed may be used as drafts.'];
    case 'organisation':
      return policy.organisation === '' ? [] : [`You work for ${policy.organisation}: packs that are signed for others are refused.`];
    case 'trustedKeys':
      return policy.trustedKeys.map(
        ({ publisher }) => `Packs signed by ${publisher} are taken without asking; other keys cannot be trusted.`,
      );
    case 'revokedKeys':
      return policy.revokedKeys.length === 0
        ? []
        : [
            `${policy.revokedKeys.length === 1 ? 'One key counts' : `${policy.revokedKeys.length} keys count`} no more, whoever trusts them.`,
          ];
    case 'subscriptions':
      return policy.subscriptions.map(({ url, layer }) => `Everybody gets the ${layer} pack from ${URL.parse(url)?.host ?? url}.`);
    case 'privateAddresses':
      return [
        policy.privateAddresses
          ? 'Subscriptions may lead into your organisation’s own network.'
          : 'Subscriptions may not lead into private networks.',
      ];
    case 'roles':
      return policy.roles.length === 0 ? [] : [`Your roles are ${policy.roles.join(', ')}.`];
    case 'groups':
      return policy.groups.length === 0 ? [] : [`You are in the pilot groups ${policy.groups.join(', ')}.`];
  }
}

const HANDLE: Record<Policy['handle'], string> = {
  rep: 'The handle in the CRM page is yours to choose.',
  on: 'The handle is shown in the CRM page.',
  off: 'The handle is not shown in the CRM page.',
};

export function problemWords({ key, why }: PolicyProblem): string {
  return why === 'malformed'
    ? `Your organisation’s rule “${key}” could not be read; the last one counts. Tell whoever looks after your browser.`
    : `Your organisation’s rule “${key}” is gone or could not be read; the last one counts until it is lifted. Tell whoever looks after your browser.`;
}
