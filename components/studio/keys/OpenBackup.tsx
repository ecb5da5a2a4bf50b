/** A key that was made on another computer: its backup file, and the passphrase that opens it. */
import { useId, useState } from 'react';
import { LockOpen } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Field } from '../Field';
import { FileDrop } from '../FileDrop';
import { wordsOf } from '../Said';
import '../form.css';

/** Rejects with words for the screen. */
export function OpenBackup({ onOpen }: { onOpen(file: File, passphrase: string): Promise<void> }) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (): void => {
    if (!file) {
      setWrong('Choose the backup file first.');
      return;
    }
    if (isBusy) return;
    setWrong(null);
    setIsBusy(true);
    onOpen(file, passphrase).catch((error: unknown) => {
      setWrong(wordsOf(error));
      setIsBusy(false);
    });
  };
  return (
    <form
      className="hr-card hr-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 id={id}>Open a backup</h3>
      <FileDrop
        choose={file ? `Chosen: ${file.name}` : 'Choose a backup file'}
        hint="or drag it here. It was saved when the key was made."
        accept=".json"
        busy={false}
        onFile={(chosen) => {
          setFile(chosen);
          setWrong(null);
        }}
      />
      <Field label="Its passphrase" wrong={wrong}>
        {(field) => (
          <input
            {...field}
            type="password"
            autoComplete="off"
            value={passphrase}
            onChange={({ target }) => {
              setPassphrase(target.value);
              setWrong(null);
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" look="primary" icon={LockOpen} disabled={isBusy}>
          {isBusy ? 'Opening it…' : 'Open the backup'}
        </Button>
      </div>
    </form>
  );
}
