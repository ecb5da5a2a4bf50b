/** One pack: what it is, whose rules it holds, where it came from, who signed it, and what can be done with it. */
import { CircleCheck, Package, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { Tag } from '../../ui/Tag';
import type { Done } from '../Said';
import { holds } from './contents';
import type { PacksEvents, PackView } from './model';
import { PackDetails } from './PackDetails';
import { ageWords, expiryWords, LAYER_WORDS, signedWords, sourceWords, whyItWaits } from './words';

interface PackEntryProps {
  /** The first is the one in use, or else the newest. */
  versions: readonly [PackView, ...PackView[]];
  now: number;
  events: PacksEvents;
  onTell(work: Promise<Done>): void;
}

export function PackEntry({ versions: [shown, ...others], now, events, onTell }: PackEntryProps) {
  const { id, version, title, publisher, inUse, layer, mayBe } = shown;
  const use = (pack: PackView): void =>
    onTell(events.onUsePack(pack.id, pack.version).then((undo) => ({ words: `${pack.title} ${pack.version} is in use now.`, undo })));
  const stop = (): void => onTell(events.onStopUsing(id, version).then((undo) => ({ words: `${title} is not in use any more.`, undo })));
  const expiry = expiryWords(shown, now);
  const hasExpired = (shown.signed?.expiresAt ?? Infinity) <= now;
  const isTroubled = hasExpired || shown.signed?.trust.how === 'revoked';
  const waiting = [shown, ...others].find(({ waits }) => waits);
  return (
    <li className="hr-row">
      {isTroubled ? <TriangleAlert size={18} aria-hidden className="hr-row__trouble" /> : <Package size={18} aria-hidden />}
      <div className="hr-row__main">
        <h3>
          {title} <span className="hr-row__version">{version}</span> <Tag>{LAYER_WORDS[layer]}</Tag>
        </h3>
        <p>
          {publisher} · {holds(shown)}
        </p>
        <p>
          {sourceWords(shown.source)}. {ageWords(shown, now)}.
        </p>
        <p>
          {signedWords(shown, now)} {expiry}
        </p>
        {waiting && (
          <p>
            <strong>Version {waiting.version} waits.</strong> {whyItWaits(waiting, now)}
          </p>
        )}
        <Disclosure summary="Details">
          <PackDetails pack={shown} now={now} onLayer={mayBe.length > 1 ? (to) => onTell(changeLayer(to)) : undefined} />
        </Disclosure>
        {others.length > 0 && (
          <Disclosure summary={others.length === 1 ? 'One other version' : `${others.length} other versions`}>
            <ul className="hr-versions">
              {others.map((pack) => (
                <li key={pack.version}>
                  <span>
                    {pack.version}, {ageWords(pack, now).toLowerCase()}
                  </span>
                  <Button aria-label={`Use this version: ${pack.title} ${pack.version}`} onClick={() => use(pack)}>
                    Use this version
                  </Button>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      <div className="hr-row__do">
        {inUse ? (
          <>
            <p className="hr-pack__use">
              <CircleCheck size={14} aria-hidden /> In use
            </p>
            {shown.source.kind === 'subscription' && shown.source.by === 'policy' ? (
              <p className="hr-fixed">Set by your organisation</p>
            ) : (
              <Button look="quiet" aria-label={`Stop using ${title}`} onClick={stop}>
                Stop using
              </Button>
            )}
          </>
        ) : (
          <Button aria-label={`Use this pack: ${title} ${version}`} onClick={() => use(shown)}>
            Use this pack
          </Button>
        )}
      </div>
    </li>
  );

  function changeLayer(to: PackView['layer']): Promise<Done> {
    return events.onLayer(id, to).then(() => ({ words: `${title} counts as “${LAYER_WORDS[to]}” now.` }));
  }
}
