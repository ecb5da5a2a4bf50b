/** One of a few to pick, with a way to take the pick back. Shows what is kept, not what was clicked. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from '../ui/Button';
import { Radio } from '../ui/Radio';

interface ChoiceListProps {
  options: readonly { id: string; label: string; note?: ReactNode }[];
  picked: string | null;
  /** The id and the text of the question's own words. */
  labelledBy: string;
  title: string;
  /** Side by side, for short options. */
  inline?: boolean;
  /** Null: none of them. */
  onPick(id: string | null): void;
}

export function ChoiceList({ options, picked, labelledBy, title, inline = false, onPick }: ChoiceListProps) {
  const name = useId();
  return (
    <div className="hr-pick">
      <div className={inline ? 'hr-choices hr-choices--inline' : 'hr-choices'} role="radiogroup" aria-labelledby={labelledBy}>
        {options.map(({ id, label, note }) => (
          <label key={id} className="hr-choice">
            <Radio name={name} checked={id === picked} onChange={() => onPick(id)} />
            <span>
              {label} {note}
            </span>
          </label>
        ))}
      </div>
      {picked !== null && <IconButton icon={X} label={`Clear the answer: ${title}`} onClick={() => onPick(null)} />}
    </div>
  );
}
