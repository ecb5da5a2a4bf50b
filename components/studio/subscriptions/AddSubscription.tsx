/** One more address. Its mistakes are told once the box was left or sent; the browser asks for permission on the click itself. */
import { useId, useRef, useState } from 'react';
import { Plus } from 'lucide-react';
import { Button } from '../../ui/Button';
import '../../ui/input.css';
import '../form.css';

interface AddSubscriptionProps {
  /** What is wrong with an address, in words; null where it can be added. */
  problemOf(text: string): string | null;
  /** Resolves once the first look is over. */
  onAdd(text: string): Promise<void>;
}

export function AddSubscription({ problemOf, onAdd }: AddSubscriptionProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isLeft, setIsLeft] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const wrong = isLeft ? problemOf(text) : null;
  const submit = (): void => {
    setIsLeft(true);
    if (isBusy) return;
    if (problemOf(text) !== null) {
      field.current?.focus();
      return;
    }
    // Nothing may come before it: the browser grants what is asked for only while the click is fresh.
    const adding = onAdd(text);
    setIsBusy(true);
    void adding.then(() => {
      setIsBusy(false);
      setText('');
      setIsLeft(false);
    });
  };
  return (
    <form
      className="hr-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>Address of a pack</label>
      <div className="hr-line">
        <input
          id={id}
          ref={field}
          type="url"
          className="hr-input hr-field__wide"
          placeholder="https://packs.example.com/sales.handrail"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-about`}
          onChange={({ target }) => setText(target.value)}
          onBlur={() => setIsLeft(text.trim() !== '')}
        />
        <Button type="submit" icon={Plus} disabled={isBusy}>
          {isBusy ? 'Looking…' : 'Subscribe'}
        </Button>
      </div>
      <p id={`${id}-about`} className={wrong === null ? 'hr-said' : 'hr-wrong'}>
        {wrong ??
          'Your browser may ask whether Handrail may read from this host. Say yes: nothing is sent there but the request for the file.'}
      </p>
    </form>
  );
}
