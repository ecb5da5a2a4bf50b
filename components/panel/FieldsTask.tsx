/** The fields that a step is to fill: what each holds, and the way to it on the page. */
import { LocateFixed } from 'lucide-react';
import type { FieldView } from '../../lib/guard/task';
import type { Truth } from '../../lib/criteria/condition';
import { IconButton } from '../ui/Button';
import { StateMark } from '../ui/StateMark';

const WITHOUT_WORDS: Record<Truth, string> = { true: 'filled', false: 'empty', unknown: 'cannot be seen here' };

export function FieldsTask({ fields, onShowField }: { fields: readonly FieldView[]; onShowField(field: string): void }) {
  return (
    <ul className="hr-fields">
      {fields.map(({ id, label, filled, words, crmField }) => (
        <li key={id}>
          <StateMark truth={filled} size={15} />
          <p className="hr-fields__text">
            <span className="hr-fields__label">{label}</span>{' '}
            <span className={words === null ? 'hr-fields__value--none' : undefined}>{words ?? WITHOUT_WORDS[filled]}</span>
          </p>
          {crmField !== undefined && (
            <IconButton icon={LocateFixed} label={`Take me there: ${label}`} onClick={() => onShowField(crmField)} />
          )}
        </li>
      ))}
    </ul>
  );
}
