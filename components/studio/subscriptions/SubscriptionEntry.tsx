/** One subscription: what it brings, how old that is, what went wrong, and what can be done. */
import { useState } from 'react';
import { Rss, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { FactList } from '../../ui/FactList';
import { Tag } from '../../ui/Tag';
import { timeWords } from '../../ui/time';
import { LAYER_WORDS } from '../packs/words';
import type { SubscriptionView } from './model';
import { freshWords, nextWords } from './words';

interface SubscriptionEntryProps {
  shown: SubscriptionView;
  now: number;
  /** Resolve once the look is over. */
  onCheck(): Promise<void>;
  onAllow(): Promise<void>;
  onRemove(): void;
}

export function SubscriptionEntry({ shown, now, onCheck, onAllow, onRemove }: SubscriptionEntryProps) {
  const [isBusy, setIsBusy] = useState(false);
  const { url, host, by, layer, isOff, pack, trouble, checkedAt } = shown;
  const check = isBusy ? 'Looking…' : trouble?.why === 'new-key' ? 'Compare the key' : 'Check now';
  const during = (look: Promise<void>): void => {
    setIsBusy(true);
    void look.then(() => setIsBusy(false));
  };
  return (
    <li className="hr-row">
      {trouble ? <TriangleAlert size={18} aria-hidden className="hr-row__trouble" /> : <Rss size={18} aria-hidden />}
      <div className="hr-row__main">
        <h3>
          {pack ? pack.title : host} {pack && <span className="hr-row__version">{pack.version}</span>} <Tag>{LAYER_WORDS[layer]}</Tag>
        </h3>
        <p>
          {pack ? `From ${host}. ` : ''}
          {freshWords(shown, now)} {!isOff && nextWords(shown, now)}
        </p>
        {isOff && <p>Your organisation chooses the rule packs: this one is not looked at.</p>}
        {trouble && (
          <p className="hr-row__words">
            {trouble.words}
            {pack && ' What is here stays in use.'}
          </p>
        )}
        <Disclosure summary="Details for admins">
          <FactList
            facts={[
              { name: 'Address', entries: [<code key="url">{url}</code>] },
              { name: 'Pack id', entries: pack ? [<code key="id">{pack.id}</code>] : [] },
              { name: 'Looked at', entries: checkedAt === undefined ? [] : [timeWords(checkedAt, now)] },
              { name: 'Confirmed', entries: shown.freshAt === undefined ? [] : [timeWords(shown.freshAt, now)] },
              { name: 'Next look', entries: isOff ? [] : [timeWords(shown.dueAt, now)] },
            ]}
          />
        </Disclosure>
      </div>
      <div className="hr-row__do">
        {trouble?.why === 'no-permission' && !isOff && (
          <Button aria-label={`Allow to read: ${host}`} disabled={isBusy} onClick={() => during(onAllow())}>
            Allow to read
          </Button>
        )}
        {!isOff && (
          <Button aria-label={`${check}: ${host}`} disabled={isBusy} onClick={() => during(onCheck())}>
            {check}
          </Button>
        )}
        {by === 'policy' ? (
          <p className="hr-fixed">Set by your organisation</p>
        ) : (
          <Button look="quiet" aria-label={`Remove: ${host}`} onClick={onRemove}>
            Remove
          </Button>
        )}
      </div>
    </li>
  );
}
