/** A manager's keys: those in this browser, a new one with its backup file, and one that comes back from such a file. */
import { useState } from 'react';
import { Download, FileKey, KeyRound } from 'lucide-react';
import { Button } from '../../ui/Button';
import { saveFile } from '../../ui/save-file';
import { Said, useTold } from '../Said';
import { KeyCard } from './KeyCard';
import { MakeKey } from './MakeKey';
import type { Backup, KeysEvents, KeyView } from './model';
import { OpenBackup } from './OpenBackup';
import './keys.css';

type Form = 'make' | 'open' | null;

export function Keys({ keys, now, events }: { keys: readonly KeyView[]; now: number; events: KeysEvents }) {
  const [told, tell] = useTold();
  const [chosen, setChosen] = useState<Form>(null);
  const [backup, setBackup] = useState<Backup | null>(null);
  const form = chosen ?? (keys.length === 0 ? 'make' : null);
  const make = (name: string, passphrase: string): Promise<void> =>
    events.onMakeKey(name, passphrase).then((made) => {
      setBackup(made);
      setChosen(null);
      tell(Promise.resolve({ words: `The key of ${name} was made.` }));
    });
  const open = (file: File, passphrase: string): Promise<void> =>
    events.onOpenBackup(file, passphrase).then((name) => {
      setChosen(null);
      tell(Promise.resolve({ words: `The key of ${name} is in this browser now.` }));
    });
  return (
    <>
      {keys.map((key) => (
        <KeyCard
          key={key.id}
          shown={key}
          now={now}
          onDelete={() => tell(events.onDeleteKey(key.id).then(() => ({ words: `The key of ${key.name} was deleted from this browser.` })))}
        />
      ))}
      {backup && <SaveAgain backup={backup} />}
      <Said told={told} onTell={tell} />
      {form === 'make' && <MakeKey onMake={make} />}
      {form === 'open' && <OpenBackup onOpen={open} />}
      <div className="hr-line">
        {form !== 'make' && (
          <Button icon={KeyRound} onClick={() => setChosen('make')}>
            {keys.length === 0 ? 'Make a new key instead' : 'Make another key'}
          </Button>
        )}
        {form !== 'open' && (
          <Button look="quiet" icon={FileKey} onClick={() => setChosen('open')}>
            Open a backup from another computer
          </Button>
        )}
        {chosen !== null && keys.length > 0 && (
          <Button look="quiet" onClick={() => setChosen(null)}>
            Cancel
          </Button>
        )}
      </div>
    </>
  );
}

/** The browser may ask where to save, or forbid it: as long as the page is open the file can be had again. */
function SaveAgain({ backup: { file, text } }: { backup: Backup }) {
  return (
    <div className="hr-outcome hr-outcome--done">
      <FileKey size={16} aria-hidden />
      <div className="hr-backup">
        <p>
          <strong>Its backup {file} is in your downloads.</strong> Move it to where you keep important things. With your passphrase it
          brings the key back on any computer; without the two, the key is gone with this browser.
        </p>
        <Button icon={Download} onClick={() => saveFile(file, text)}>
          Save the backup again
        </Button>
      </div>
    </div>
  );
}
