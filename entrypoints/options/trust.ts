/** The keys that are trusted here, as the options page shows them. */
import type { TrustedKeyView } from '../../components/studio/trust/model';
import type { Trusting } from '../../lib/pack/signed/trusting';
import type { Policy } from '../../lib/policy-schema';
import type { TrustRow } from '../../lib/progress/rows';
import { fingerprintOf } from '../../lib/signing/fingerprint';

/** Those that the policy pins first, then the newest. */
export function trustedShown(rows: readonly TrustRow[], { keys, revoked }: Trusting, { revokedKeys }: Policy): TrustedKeyView[] {
  const revokedBy = (key: string): TrustedKeyView['revoked'] =>
    revokedKeys.includes(key) ? 'policy' : revoked.has(key) ? 'successor' : undefined;
  const pinned = [...keys].filter(([, { how }]) => how === 'policy');
  const kept = rows.filter(({ key }) => keys.get(key)?.how !== 'policy').sort((a, b) => b.at - a.at);
  return [
    ...pinned.map(([key, { publisher, audience }]) => ({
      ...{ key, publisher, audience },
      fingerprint: fingerprintOf(key),
      how: 'policy' as const,
      revoked: revokedBy(key),
      isOff: false,
    })),
    ...kept.map(({ key, publisher, audience, how, at }) => ({
      ...{ key, publisher, audience, how, at },
      fingerprint: fingerprintOf(key),
      revoked: revokedBy(key),
      isOff: !keys.has(key),
    })),
  ];
}
