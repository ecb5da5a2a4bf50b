/** What was put to use and when, newest first, and one click back. */
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { timeWords } from '../../ui/time';
import type { PacksEvents } from '../packs/model';
import { Said, useTold } from '../Said';
import type { ActivationView } from './model';
import '../rows.css';

interface HistoryProps {
  activations: readonly ActivationView[];
  now: number;
  onUsePack: PacksEvents['onUsePack'];
}

/** More than this is behind a button. */
const SHOWN = 10;

export function History({ activations, now, onUsePack }: HistoryProps) {
  const [told, tell] = useTold();
  const [isAll, setIsAll] = useState(false);
  const goBack = ({ pack, version, title }: ActivationView): void =>
    tell(onUsePack(pack, version).then((undo) => ({ words: `${title} ${version} is in use again.`, undo })));
  if (activations.length === 0) return <p className="hr-none">Nothing yet. Each time a pack is put to use, it is written down here.</p>;
  const shown = isAll ? activations : activations.slice(0, SHOWN);
  return (
    <>
      <Said told={told} onTell={tell} />
      <ol className="hr-rows hr-history">
        {shown.map((entry, place) => (
          <li key={place} className="hr-row">
            <div className="hr-row__main">
              <h3>
                {entry.title} <span className="hr-row__version">{entry.version}</span>
              </h3>
              <p>
                {timeWords(entry.at, now)}
                {changeWords(entry)}
              </p>
            </div>
            {entry.mayGoBack && (
              <Button
                icon={Undo2}
                aria-label={`Go back to this version: ${entry.title} ${entry.version}, ${timeWords(entry.at, now)}`}
                onClick={() => goBack(entry)}
              >
                Go back to this version
              </Button>
            )}
          </li>
        ))}
      </ol>
      {shown.length < activations.length && (
        <div>
          <Button look="quiet" onClick={() => setIsAll(true)}>
            Show all {activations.length}
          </Button>
        </div>
      )}
    </>
  );
}

function changeWords({ from, back, inUse }: ActivationView): string {
  const change = from === undefined ? 'put to use' : `${back ? 'gone back' : 'updated'} from ${from}`;
  return ` · ${change}${inUse ? ' · in use' : ''}`;
}
