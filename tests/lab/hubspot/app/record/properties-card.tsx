/** The sidebar's card of properties: edited in place, saved together with the bar at its foot. */

import { useState } from 'react';
import type { Place } from '../data/forms';
import { save as send } from '../data/save';
import type { Values } from '../data/records';
import { stageChange, stageFieldOf } from '../data/stage-change';
import parts from '../styles/parts.module.css';
import styles from '../styles/record.module.css';
import type { RecordParts } from './objects';
import { PropertyRow } from './property-row';

export function PropertiesCard({ record, values, metadata, object, place = 'record' }: RecordParts & { place?: Place }) {
  const [draft, setDraft] = useState<Values | null>(null);
  const changed = Object.entries(draft ?? {}).filter(([name, value]) => value !== (values[name] ?? ''));

  function save(): void {
    const changes: Values = Object.fromEntries(changed);
    setDraft(null);
    if (changed.length === 0) return;
    const { objectTypeId } = record;
    const stage = changes[stageFieldOf(objectTypeId)];
    const change = stage ? stageChange(objectTypeId, { ...values, ...changes }, stage, metadata.stages, Date.now()) : {};
    void send(place, record, { ...change, ...changes }).done;
  }

  return (
    <section className={styles.card} data-test-id="card-wrapper-PROPERTIES_V3/about" data-card-type="PROPERTIES_V3" data-card-id="about">
      <h3 className={styles.cardTitle}>About this {object.singular}</h3>
      <div data-test-id="crm-card-content">
        <ul className={styles.rows} data-selenium-test="profile-properties-list">
          {object.rows.map((name) => {
            const property = metadata.properties.find((candidate) => candidate.name === name);
            if (!property) return null;
            const value = values[name] ?? '';
            return (
              <PropertyRow
                key={name}
                property={property}
                value={draft?.[name] ?? value}
                isEditing={draft?.[name] !== undefined}
                onEdit={() => setDraft({ ...draft, [name]: value })}
                onChange={(next) => setDraft({ ...draft, [name]: next })}
              />
            );
          })}
        </ul>
      </div>
      {draft && (
        <div className={styles.saveBar}>
          <button type="button" className={parts.primary} onClick={save} disabled={changed.length === 0}>
            Save
          </button>
          <button type="button" className={parts.secondary} onClick={() => setDraft(null)}>
            Cancel
          </button>
          <span>{changed.length === 1 ? '1 property changed' : `${changed.length} properties changed`}</span>
        </div>
      )}
    </section>
  );
}
