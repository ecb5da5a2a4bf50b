/** From a draft to a signed file: choose it, see what the check says, say for whom and until when, sign and save. */
import { useId, useRef, useState } from 'react';
import { CircleCheck, SquareX } from 'lucide-react';
import { Disclosure } from '../../ui/Disclosure';
import { FileDrop } from '../FileDrop';
import type { KeyView } from '../keys/model';
import { Problems } from '../Problems';
import { wordsOf } from '../Said';
import type { DraftCheck, DraftView, PublishEvents } from './model';
import { SignForm } from './SignForm';
import '../../ui/input.css';
import '../form.css';

interface PublishProps {
  /** The drafts on this computer, the newest first. */
  drafts: readonly DraftView[];
  keys: readonly KeyView[];
  now: number;
  events: PublishEvents;
}

type Checking = { kind: 'idle' } | { kind: 'busy' } | { kind: 'over'; name: string; check: DraftCheck };

export function Publish({ drafts, keys, now, events }: PublishProps) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [checking, setChecking] = useState<Checking>({ kind: 'idle' });
  // What was chosen last counts, whichever is checked first.
  const latest = useRef(0);
  const check = (name: string, draft: DraftView | File): void => {
    const turn = ++latest.current;
    const over = (outcome: DraftCheck): void => {
      if (turn === latest.current) setChecking({ kind: 'over', name, check: outcome });
    };
    setChecking({ kind: 'busy' });
    events.onCheckDraft(draft).then(over, (error: unknown) => over({ kind: 'wrong', errors: [{ path: '', message: wordsOf(error) }] }));
  };
  if (keys.length === 0) {
    return (
      <p className="hr-none">
        A pack is signed with a key that only you have. <a href="#keys">Make a key</a> first.
      </p>
    );
  }
  return (
    <>
      <div className="hr-group">
        <h3>1. Choose the draft</h3>
        {drafts.length > 0 && (
          <div className="hr-field">
            <label htmlFor={id}>A draft on this computer</label>
            <select
              id={id}
              className="hr-input hr-input--short"
              value={chosen}
              onChange={({ target }) => {
                const draft = drafts.find((each) => keyOf(each) === target.value);
                setChosen(target.value);
                if (draft) check(`${draft.title} ${draft.version}`, draft);
              }}
            >
              <option value="">Choose…</option>
              {drafts.map((draft) => (
                <option key={keyOf(draft)} value={keyOf(draft)}>
                  {draft.title} {draft.version}
                </option>
              ))}
            </select>
          </div>
        )}
        <FileDrop
          choose="Choose a draft file"
          hint="or drag it here: JSON or YAML. It is signed exactly as it is written."
          accept=".json,.yaml,.yml"
          busy={checking.kind === 'busy'}
          onFile={(file) => {
            setChosen('');
            check(file.name, file);
          }}
        />
      </div>
      <div role="status">{checking.kind === 'over' && <Found name={checking.name} check={checking.check} />}</div>
      {checking.kind === 'over' && checking.check.kind === 'good' && (
        <SignForm
          key={`${checking.check.draft.id} ${checking.check.draft.version}`}
          draft={checking.check.draft}
          keys={keys}
          now={now}
          onSign={events.onSign}
        />
      )}
    </>
  );
}

function keyOf({ id, version }: DraftView): string {
  return `${id} ${version}`;
}

function Found({ name, check }: { name: string; check: DraftCheck }) {
  if (check.kind === 'wrong') {
    const count = check.errors.length;
    return (
      <div className="hr-outcome hr-outcome--refused">
        <SquareX size={16} aria-hidden />
        <div>
          <p>
            <strong>{name} cannot be signed yet.</strong> {count === 1 ? 'One thing has' : `${count} things have`} to be mended first.
          </p>
          <Problems problems={check.errors} />
        </div>
      </div>
    );
  }
  const { draft, advice } = check;
  return (
    <div className="hr-outcome hr-outcome--done">
      <CircleCheck size={16} aria-hidden />
      <div>
        <p>
          <strong>
            {draft.title} {draft.version}
          </strong>{' '}
          by {draft.publisher}: checked, no errors.
        </p>
        {advice.length > 0 && (
          <Disclosure
            summary={advice.length === 1 ? 'One thing to look at; it may wait' : `${advice.length} things to look at; they may wait`}
          >
            <Problems problems={advice} />
          </Disclosure>
        )}
      </div>
    </div>
  );
}
