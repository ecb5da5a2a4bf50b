/** The control that edits one property, by its field type. */

import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Property } from '../data/metadata';
import { dateInput } from '../format';
import styles from '../styles/parts.module.css';
import { Dropdown } from './dropdown';

interface ValueEditorProps {
  property: Property;
  value: string;
  id?: string;
  onChange(value: string): void;
  onKeyDown?(event: KeyboardEvent): void;
  isOpenAtStart?: boolean;
  onCancel?(): void;
  /** In a form: drawn as a box, and not focused by itself. */
  isBoxed?: boolean;
}

export function ValueEditor({ property, value, id, onChange, onKeyDown, isOpenAtStart, onCancel, isBoxed = false }: ValueEditorProps) {
  const { name, label, fieldType, options } = property;
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isBoxed) control.current?.focus();
  }, [isBoxed]);
  const common = { ref: control, id, 'aria-label': label, 'data-selenium-test': `property-input-${name}`, onKeyDown };
  switch (fieldType) {
    case 'select':
      return <Dropdown {...{ id, label, name, options, value, isOpenAtStart, onCancel, isBoxed }} onChoose={onChange} />;
    case 'booleancheckbox':
      return <input {...common} type="checkbox" checked={value === 'true'} onChange={(event) => onChange(String(event.target.checked))} />;
    case 'textarea':
      return <textarea {...common} className={styles.input} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />;
    case 'date': {
      const onDate = (text: string): void => onChange(dateInput.read(text));
      return (
        <input
          {...common}
          className={styles.input}
          type="date"
          value={dateInput.show(value)}
          onChange={(event) => onDate(event.target.value)}
        />
      );
    }
    default: {
      const inputMode = fieldType === 'number' ? 'decimal' : undefined;
      return (
        <input
          {...common}
          className={styles.input}
          type="text"
          inputMode={inputMode}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    }
  }
}
