/** For whom a pack is and until when it counts; then it is signed and saved. */
import { useState } from 'react';
import { PenLine } from 'lucide-react';
import { Button } from '../../ui/Button';
import { dayWords } from '../../ui/time';
import { daysOn, endOf } from '../days';
import { Field } from '../Field';
import type { KeyView } from '../keys/model';
import { wordsOf } from '../Said';
import { Fingerprint } from '../trust/Fingerprint';
import type { Draft, PublishEvents } from './model';
import '../form.css';

interface SignFormProps {
  draft: Draft;
  /** At least one. */
  keys: readonly KeyView[];
  now: number;
  onSign: PublishEvents['onSign'];
}

type Outcome = { file: string; key: KeyView; audience: string; expiresAt: number | null } | { wrong: string } | null;

/** In days; more is no expiry. */
const LONGEST = 3650;

export function SignForm({ draft, keys, now, onSign }: SignFormProps) {
  const [audience, setAudience] = useState('');
  const [day, setDay] = useState('');
  const [keyId, setKeyId] = useState(keys[0]?.id ?? '');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const key = keys.find(({ id }) => id === keyId) ?? keys[0];
  const first = daysOn(now, 1);
  const last = daysOn(now, LONGEST);
  const changed = <Value,>(set: (value: Value) => void, value: Value): void => {
    set(value);
    setOutcome(null);
  };
  const sign = (): void => {
    const expiresAt = day === '' ? null : endOf(day);
    if (day !== '' && (expiresAt === null || day < first || day > last)) {
      setOutcome({ wrong: `Choose a day from tomorrow to ${dayWords(endOf(last) ?? now, now)}, or none.` });
      return;
    }
    if (!key) return;
    const terms = { key: key.id, ...(audience.trim() !== '' && { audience: audience.trim() }), ...(expiresAt !== null && { expiresAt }) };
    onSign(draft, terms).then(
      (file) => setOutcome({ file, key, audience: audience.trim(), expiresAt }),
      (error: unknown) => setOutcome({ wrong: wordsOf(error) }),
    );
  };
  return (
    <form
      className="hr-group hr-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sign();
      }}
    >
      <h3>2. Sign it</h3>
      <Field label="For which organisation" about="The name that your IT uses in the policy, or your company’s. Empty: everybody.">
        {(field) => (
          <input
            {...field}
            maxLength={200}
            autoComplete="organization"
            value={audience}
            onChange={({ target }) => changed(setAudience, target.value)}
          />
        )}
      </Field>
      <Field
        label="Good until the end of"
        about="A browser that was cut off from your updates says so from then on. Give yourself months. Empty: no end."
        wrong={outcome && 'wrong' in outcome && day !== '' ? outcome.wrong : null}
      >
        {({ className: _, ...field }) => (
          <input
            {...field}
            className="hr-input hr-input--short"
            type="date"
            min={first}
            max={last}
            value={day}
            onChange={({ target }) => changed(setDay, target.value)}
          />
        )}
      </Field>
      {keys.length > 1 && (
        <Field label="Sign with the key of">
          {({ className: _, ...field }) => (
            <select
              {...field}
              className="hr-input hr-input--short"
              value={keyId}
              onChange={({ target }) => changed(setKeyId, target.value)}
            >
              {keys.map(({ id, name, createdAt }) => (
                <option key={id} value={id}>
                  {name}, since {dayWords(createdAt, now)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div>
        <Button type="submit" look="primary" icon={PenLine}>
          Sign and save
        </Button>
      </div>
      <div role="status">
        {outcome && 'wrong' in outcome && day === '' && <p className="hr-wrong">{outcome.wrong}</p>}
        {outcome && 'file' in outcome && <Signed outcome={outcome} now={now} />}
      </div>
    </form>
  );
}

function Signed({ outcome: { file, key, audience, expiresAt }, now }: { outcome: Extract<Outcome, { file: string }>; now: number }) {
  return (
    <div className="hr-outcome hr-outcome--done">
      <div className="hr-backup">
        <p>
          <strong>{file} is in your downloads.</strong> Signed by {key.name}
          {audience === '' ? ', for everybody' : `, for ${audience}`}
          {expiresAt === null ? '.' : `, good until ${dayWords(expiresAt, now)}.`}
        </p>
        <p>
          Put it on a web space and send the address, or send the file. Whoever gets a pack of yours for the first time compares these
          words:
        </p>
        <Fingerprint words={key.fingerprint} />
      </div>
    </div>
  );
}
