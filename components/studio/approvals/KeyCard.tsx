/** One key: whose it is, what it is known by, the lines for the pack, and the way to delete it. */
import { useState } from 'react';
import { KeyRound, Trash2 } from 'lucide-react';
import { Button } from '../../ui/Button';
import { CopyBlock } from '../../ui/CopyBlock';
import { Disclosure } from '../../ui/Disclosure';
import { dayWords } from '../../ui/time';
import type { KeyView } from './model';
import { jsonFor, yamlFor } from './snippet';

export function KeyCard({ shown, now, onDelete }: { shown: KeyView; now: number; onDelete(): void }) {
  const { name, fingerprint, createdAt, isNamed } = shown;
  return (
    <div className="hr-card hr-key">
      <KeyRound size={20} aria-hidden />
      <div>
        <h4>{name}</h4>
        <p>Made {dayWords(createdAt, now)}. In this browser only: on another computer, make another key.</p>
        <dl className="hr-facts">
          <div>
            <dt>Fingerprint, to read out</dt>
            <dd>
              <code>{fingerprint}</code>
            </dd>
          </div>
        </dl>
        {isNamed ? (
          <Disclosure summary="The lines for the rule pack">
            <Lines shown={shown} />
          </Disclosure>
        ) : (
          <>
            <p className="hr-key__next">
              The pack in use does not name this key yet. Send these lines to whoever keeps your rule pack: codes count once they are in it.
            </p>
            <Lines shown={shown} />
          </>
        )}
        <DeleteKey name={name} onDelete={onDelete} />
      </div>
    </div>
  );
}

/** The public half: nobody can approve with it. */
function Lines({ shown }: { shown: KeyView }) {
  return (
    <>
      <CopyBlock>{yamlFor(shown)}</CopyBlock>
      <Disclosure summary="The same for a JSON file">
        <CopyBlock>{jsonFor(shown)}</CopyBlock>
      </Disclosure>
    </>
  );
}

function DeleteKey({ name, onDelete }: { name: string; onDelete(): void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button icon={Trash2} onClick={() => setAsked(true)}>
        Delete this key…
      </Button>
    );
  }
  return (
    <div className="hr-key__sure" role="group" aria-label={`Delete the key of ${name}`}>
      <p>
        Delete the key of <strong>{name}</strong>? It cannot be brought back, and no new code can be made with it. Codes that you gave stay
        good until their day.
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
