/** The window in which one property of many records is edited. */

import { useState } from 'react';
import type { Metadata } from '../data/metadata';
import { Dropdown } from '../parts/dropdown';
import { Field } from '../parts/field';
import { Modal } from '../parts/modal';
import styles from '../styles/panels.module.css';

interface BulkEditProps {
  count: number;
  plural: string;
  metadata: Metadata;
  onSave(name: string, value: string): void;
  onCancel(): void;
}

export function BulkEdit({ count, plural, metadata, onSave, onCancel }: BulkEditProps) {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const editable = metadata.properties.filter((property) => !property.isReadOnly);
  const property = editable.find((candidate) => candidate.name === name);
  return (
    <Modal
      title={count === 1 ? 'Edit 1 record' : `Edit ${count} ${plural}`}
      action="Update"
      canAct={name !== '' && value !== ''}
      onAct={() => onSave(name, value)}
      onCancel={onCancel}
    >
      <div className={styles.field}>
        <span>Property to update</span>
        <Dropdown
          label="Property to update"
          name="bulk-property"
          options={editable.map((candidate) => ({ value: candidate.name, label: candidate.label }))}
          value={name}
          isBoxed
          onChoose={(chosen) => {
            setName(chosen);
            setValue('');
          }}
        />
      </div>
      {property && <Field key={name} property={property} value={value} onChange={setValue} />}
    </Modal>
  );
}
