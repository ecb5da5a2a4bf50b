/** One row of a properties card, in the grammar of facts/hubspot.md §1.2. */

import { Pencil } from 'lucide-react';
import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import type { Property } from '../data/metadata';
import { displayed } from '../format';
import { ValueEditor } from '../parts/value-editor';
import styles from '../styles/record.module.css';

interface PropertyRowProps {
  property: Property;
  value: string;
  isEditing?: boolean;
  /** Missing on a row that only shows. */
  onEdit?(): void;
  onChange?(value: string): void;
}

export function PropertyRow({ property, value, isEditing = false, onEdit, onChange }: PropertyRowProps) {
  const id = useId();
  const { name, label } = property;
  // The owner's row has no input of its own, only text.
  const isOwner = name === 'hubspot_owner_id';
  const isEditable = !!onEdit && !property.isReadOnly && !isOwner;
  return (
    <span className={styles.row} data-test-id={name}>
      <div
        data-deferred-property-input-root="true"
        data-deferred-property-input-state={isEditable ? 'editable' : 'readonly'}
        data-deferred-property-input-mode={isEditing ? 'input' : 'display'}
      >
        <label className={styles.rowLabel} id={`${id}label`} htmlFor={id}>
          {label}
        </label>
        <span className={styles.rowHover} data-test-id="hover-content-wrapper">
          {isEditable && !isEditing && <Pencil size={12} aria-hidden="true" />}
        </span>
        {isOwner && displayed(property, value)}
        {!isOwner && !isEditing && <Shown {...{ id, property, value }} onEdit={isEditable ? onEdit : undefined} />}
        {isEditing && onChange && (
          <div data-test-id="DisplayOptimizedFormControl">
            <ValueEditor {...{ id, property, value, onChange }} isOpenAtStart />
          </div>
        )}
      </div>
    </span>
  );
}

function Shown({ id, property, value, onEdit }: Pick<PropertyRowProps, 'property' | 'value' | 'onEdit'> & { id: string }) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onEdit?.();
  }
  const edit = onEdit && { role: 'button', tabIndex: 0, onClick: onEdit, onKeyDown, 'aria-labelledby': `${id}label ${id}` };
  return (
    <span
      id={id}
      className={onEdit ? styles.rowValueEditable : styles.rowValue}
      data-selenium-test={`property-input-${property.name}`}
      {...edit}
    >
      {displayed(property, value)}
    </span>
  );
}
