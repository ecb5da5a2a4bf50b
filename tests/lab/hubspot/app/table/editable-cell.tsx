/** A cell that is edited where it stands: a choice saves at once, text saves with Enter or by leaving it. */

import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Metadata, Property } from '../data/metadata';
import type { RecordKey, Values } from '../data/records';
import { save as send } from '../data/save';
import type { Saving } from '../data/save';
import { moveToStage, stageFieldOf } from '../data/stage-change';
import { displayed } from '../format';
import { ValueEditor } from '../parts/value-editor';
import styles from '../styles/table.module.css';

interface EditableCellProps {
  record: RecordKey;
  property: Property;
  values: Values;
  metadata: Metadata;
}

export function EditableCell({ record, property, values, metadata }: EditableCellProps) {
  const { name, label } = property;
  const saved = values[name] ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const saving = useRef<Saving | null>(null);

  // Leaving the table gives up a save that has no answer yet (facts/hubspot.md §3.1).
  useEffect(() => () => saving.current?.abort(), []);

  function save(value: string): void {
    setDraft(null);
    if (value === saved) return;
    const isStage = name === stageFieldOf(record.objectTypeId);
    saving.current = isStage ? moveToStage('table', record, value, metadata) : send('table', record, { [name]: value });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && draft !== null) save(draft);
    if (event.key === 'Escape') setDraft(null);
  }

  function onBlur(event: FocusEvent): void {
    if (draft !== null && property.fieldType !== 'select' && !event.currentTarget.contains(event.relatedTarget)) save(draft);
  }

  if (draft === null) {
    const text = displayed(property, saved);
    return (
      <button type="button" className={styles.value} aria-label={`Edit ${label}: ${text}`} onClick={() => setDraft(saved)}>
        {text}
      </button>
    );
  }
  const isSelect = property.fieldType === 'select';
  return (
    <div className={styles.editor} onBlur={onBlur}>
      <ValueEditor
        property={property}
        value={draft}
        isOpenAtStart
        onCancel={() => setDraft(null)}
        onChange={isSelect ? save : setDraft}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
