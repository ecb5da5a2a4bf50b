/** A pack whose key nobody here has trusted yet: who says they signed it, what to compare with them, and the decision. Asked once per key. */
import { useEffect, useId, useRef } from 'react';
import { KeyRound } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { FactList } from '../../ui/FactList';
import { dayWords } from '../../ui/time';
import { Fingerprint } from './Fingerprint';
import type { TrustAsk } from './model';
import './trust.css';

interface TrustCardProps {
  ask: TrustAsk;
  now: number;
  onTrust(): void;
  onLeave(): void;
}

/** Takes the focus when it comes: it answers what the person has just done, and has to be decided. */
export function TrustCard({ ask, now, onTrust, onLeave }: TrustCardProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { claims, fingerprint } = ask;
  return (
    <section className="hr-card hr-trust" aria-labelledby={id}>
      <KeyRound size={20} aria-hidden />
      <div>
        <h4 id={id} ref={title} tabIndex={-1}>
          Is this really from {claims.publisher}?
        </h4>
        <p>
          <strong>
            {ask.title} {claims.version}
          </strong>{' '}
          says that {claims.publisher} signed it{claims.audience === null ? '' : `, for ${claims.audience}`}. Handrail has not seen this key
          before.
        </p>
        <Fingerprint words={fingerprint} />
        <p>
          Call the person at {claims.publisher} who looks after your rule packs and have these five words read to you. Use a number that you
          know, not one that came with the pack. Any word is another one? Do not use it.
        </p>
        <p className="hr-trust__then">From then on, what this key signs is taken without asking.</p>
        <div className="hr-line">
          <Button look="primary" onClick={onTrust}>
            Trust and use
          </Button>
          <Button onClick={onLeave}>Do not use</Button>
        </div>
        <Disclosure summary="Details for admins">
          <FactList
            facts={[
              { name: 'Pack', entries: [`${claims.pack} ${claims.version}`] },
              { name: 'For', entries: [claims.audience ?? 'Everybody'] },
              { name: 'Signed', entries: [dayWords(claims.issuedAt, now)] },
              { name: 'Good until', entries: [claims.expiresAt === null ? 'No end' : dayWords(claims.expiresAt, now)] },
              { name: 'Key id', entries: [<code key="id">{claims.key}</code>] },
              { name: 'Public key', entries: [<code key="key">{ask.publicKey}</code>] },
            ]}
          />
        </Disclosure>
      </div>
    </section>
  );
}
