/** One key: whose it is, what it is known by, what others need of it, and the way to delete it. */
import { useState } from 'react';
import { KeyRound, Trash2 } from 'lucide-react';
import { Button } from '../../ui/Button';
import { CopyBlock } from '../../ui/CopyBlock';
import { Disclosure } from '../../ui/Disclosure';
import { dayWords } from '../../ui/time';
import { Fingerprint } from '../trust/Fingerprint';
import type { KeyView } from './model';
import { jsonFor, policyFor, yamlFor } from './snippet';

export function KeyCard({ shown, now, onDelete }: { shown: KeyView; now: number; onDelete(): void }) {
  const { name, fingerprint, createdAt, hasBackup, isNamed } = shown;
  return (
    <div className="hr-card hr-key">
      <KeyRound size={20} aria-hidden />
      <div>
        <h3>{name}</h3>
        <p>
          Came to this browser on {dayWords(createdAt, now)}.{' '}
          {hasBackup
            ? 'Its backup file brings it back on another computer.'
            : 'It was made before keys had backups: it is gone when this browser is. Make another one in time.'}
        </p>
        <div>
          <p>Fingerprint, to read out to whoever gets a pack of yours for the first time</p>
          <Fingerprint words={fingerprint} />
        </div>
        <Disclosure summary={isNamed ? 'For approvals: the lines in the rule pack' : 'For approvals: the lines for the rule pack'}>
          <div className="hr-key__lines">
            <p>
              {isNamed
                ? 'A pack in use names this key already.'
                : 'No pack in use names this key yet. Send these lines to whoever keeps your rule pack: codes that approve count once they are in it.'}
            </p>
            <CopyBlock>{yamlFor(shown)}</CopyBlock>
            <p>The same for a JSON file:</p>
            <CopyBlock>{jsonFor(shown)}</CopyBlock>
          </div>
        </Disclosure>
        <Disclosure summary="For your IT: the lines for the policy">
          <div className="hr-key__lines">
            <p>With this in the policy, packs that you sign are taken everywhere without asking, and nobody can trust another key.</p>
            <CopyBlock>{policyFor(shown)}</CopyBlock>
            <p>
              The id of the key is <code>{shown.id}</code>
            </p>
          </div>
        </Disclosure>
        <DeleteKey name={name} hasBackup={hasBackup} onDelete={onDelete} />
      </div>
    </div>
  );
}

function DeleteKey({ name, hasBackup, onDelete }: { name: string; hasBackup: boolean; onDelete(): void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button look="quiet" icon={Trash2} aria-label={`Delete this key… ${name}`} onClick={() => setAsked(true)}>
        Delete this key…
      </Button>
    );
  }
  return (
    <div className="hr-sure" role="group" aria-label={`Delete the key of ${name}`}>
      <p>
        Delete the key of <strong>{name}</strong> from this browser?{' '}
        {hasBackup ? 'Only its backup file and your passphrase can bring it back.' : 'It has no backup and cannot be brought back.'} Packs
        that it signed and codes that you gave stay good.
      </p>
      <div className="hr-line">
        <Button look="danger" icon={Trash2} onClick={onDelete}>
          Delete the key
        </Button>
        <Button look="quiet" autoFocus onClick={() => setAsked(false)}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
