/** The keys whose packs are taken here: whose they are, since when and why, and the way to forget one. */
import { useState } from 'react';
import { KeyRound } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { FactList } from '../../ui/FactList';
import { Tag } from '../../ui/Tag';
import { dayWords } from '../../ui/time';
import { Said, useTold } from '../Said';
import { Fingerprint } from './Fingerprint';
import type { TrustedKeyView, TrustEvents } from './model';
import { statusOf, whyTrusted } from './words';
import './trust.css';
import '../rows.css';

export function TrustedKeys({ keys, now, events }: { keys: readonly TrustedKeyView[]; now: number; events: TrustEvents }) {
  const [told, tell] = useTold();
  const forget = ({ key, publisher }: TrustedKeyView): void =>
    tell(events.onForgetKey(key).then(() => ({ words: `The key of ${publisher} was forgotten. Its packs stay as they are.` })));
  return (
    <>
      {keys.length === 0 && (
        <p className="hr-none">
          None yet. A key comes here when you use a signed pack for the first time, or by your organisation’s policy.
        </p>
      )}
      {keys.length > 0 && (
        <ul className="hr-rows">
          {keys.map((shown) => (
            <TrustedKey key={shown.key} shown={shown} now={now} onForget={() => forget(shown)} />
          ))}
        </ul>
      )}
      <Said told={told} onTell={tell} />
    </>
  );
}

function TrustedKey({ shown, now, onForget }: { shown: TrustedKeyView; now: number; onForget(): void }) {
  const [asked, setAsked] = useState(false);
  const { publisher, fingerprint, how, at, audience, key } = shown;
  const status = statusOf(shown);
  return (
    <li className="hr-row">
      <KeyRound size={18} aria-hidden />
      <div className="hr-row__main">
        <h3>
          {publisher} {status && <Tag>{status}</Tag>}
        </h3>
        <p>{whyTrusted(shown, now)}</p>
        <Fingerprint words={fingerprint} small />
        <Disclosure summary="Details for admins">
          <FactList
            facts={[
              { name: 'Key id', entries: [<code key="id">{key}</code>] },
              { name: 'For packs that are meant for', entries: [audience ?? 'Everybody'] },
              { name: 'Trusted', entries: at === undefined ? [] : [dayWords(at, now)] },
            ]}
          />
        </Disclosure>
        {asked && (
          <div className="hr-sure" role="group" aria-label={`Forget the key of ${publisher}`}>
            <p>
              Forget this key? Nothing new that it signs is taken until you compare its words again. Packs that it signed stay here and in
              use.
            </p>
            <div className="hr-line">
              <Button look="danger" onClick={onForget}>
                Forget the key
              </Button>
              <Button look="quiet" autoFocus onClick={() => setAsked(false)}>
                Keep it
              </Button>
            </div>
          </div>
        )}
      </div>
      {how !== 'policy' && !asked && (
        <Button aria-label={`Forget… the key of ${publisher}`} onClick={() => setAsked(true)}>
          Forget…
        </Button>
      )}
    </li>
  );
}
