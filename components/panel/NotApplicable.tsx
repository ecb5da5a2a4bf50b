/** The small form in which a rep says why a step does not apply. A reason is needed: a manager reads it later. */
import { LineForm } from '../ui/LineForm';

interface NotApplicableProps {
  title: string;
  onSave(reason: string): void;
  onCancel(): void;
}

const REASON_LENGTH = 200;

export function NotApplicable({ title, onSave, onCancel }: NotApplicableProps) {
  return (
    <LineForm
      name={`${title}: does not apply`}
      label="Why does this not apply here?"
      submit="Does not apply"
      missing="Give a short reason, such as “renewal, no demo needed”."
      maxLength={REASON_LENGTH}
      onSave={onSave}
      onCancel={onCancel}
    />
  );
}
