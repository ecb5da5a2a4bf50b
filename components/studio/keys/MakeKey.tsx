/** A new key: whose it is, and the passphrase that closes its backup file. */
import { useId, useRef, useState } from 'react';
import { KeyRound } from 'lucide-react';
import { Button } from '../../ui/Button';
import { wordsOf } from '../Said';
import '../../ui/input.css';
import { Field } from '../Field';
import { strengthOf, tooShort } from './passphrase';
import '../form.css';

/** Rejects with words for the screen. */
export function MakeKey({ onMake }: { onMake(name: string, passphrase: string): Promise<void> }) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const wrong = {
    name: name.trim() === '' ? 'Give your name first.' : null,
    first: tooShort(first),
    second: first === second ? null : 'The two are not the same.',
  };
  const submit = (): void => {
    setIsAsked(true);
    setTrouble('');
    const place = (['name', 'first', 'second'] as const).find((one) => wrong[one] !== null);
    if (place !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name=${place}]`)?.focus();
      return;
    }
    if (isBusy) return;
    setIsBusy(true);
    onMake(name.trim(), first).catch((error: unknown) => {
      setTrouble(wordsOf(error));
      setIsBusy(false);
    });
  };
  const told = (one: keyof typeof wrong): string | null => (isAsked ? wrong[one] : null);
  return (
    <form
      ref={form}
      className="hr-card hr-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 id={id}>Make a key</h3>
      <p className="hr-said">
        Only you can sign with it. It stays in this browser and cannot be read; a backup file, closed by your passphrase, is saved at once.
      </p>
      <Field label="Your name, as reps will read it" wrong={told('name')}>
        {(field) => (
          <input {...field} name="name" maxLength={100} autoComplete="off" value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field label="Passphrase for the backup" about={strengthOf(first)} wrong={told('first')}>
        {(field) => (
          <input
            {...field}
            name="first"
            type="password"
            autoComplete="new-password"
            value={first}
            onChange={({ target }) => setFirst(target.value)}
          />
        )}
      </Field>
      <Field label="The same passphrase again" wrong={told('second')}>
        {(field) => (
          <input
            {...field}
            name="second"
            type="password"
            autoComplete="new-password"
            value={second}
            onChange={({ target }) => setSecond(target.value)}
          />
        )}
      </Field>
      <div className="hr-line">
        <Button type="submit" look="primary" icon={KeyRound} disabled={isBusy}>
          {isBusy ? 'Making it…' : 'Make a key'}
        </Button>
        <span className="hr-wrong" role="status">
          {trouble}
        </span>
      </div>
    </form>
  );
}
