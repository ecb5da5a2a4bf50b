/** The highlight card: title, a few values, and for a deal its stage, which saves as soon as it is chosen. */

import { useState } from 'react';
import { DEAL } from '../../records';
import { saveOnRecordPage } from '../data/save';
import { stageChange } from '../data/stage-change';
import { displayed, nameOf } from '../format';
import { Dropdown } from '../parts/dropdown';
import styles from '../styles/record.module.css';
import type { RecordParts } from './objects';

export function Highlight({ record, values, metadata, object }: RecordParts) {
  const { properties, pipelineLabel } = metadata;
  return (
    <section
      className={styles.card}
      data-test-id="card-wrapper-OBJECT_HIGHLIGHT/highlight"
      data-card-type="OBJECT_HIGHLIGHT"
      data-card-id="highlight"
    >
      <div data-test-id="record-highlight-content">
        <div data-test-id="highlight-record-label" data-selenium-test="highlightTitle">
          <h2 className={styles.title}>
            <span data-test-id={`highlight-property-display-${object.titleProperty}`}>{nameOf(values)}</span>
          </h2>
        </div>
        {properties
          .filter(({ name }) => object.highlights.includes(name))
          .map((property) => (
            <div key={property.name} className={styles.highlight} data-test-id={`highlight-property-item-${property.name}`}>
              <span>{property.label}:</span>
              <span data-test-id={`highlight-property-display-${property.name}`}>{displayed(property, values[property.name])}</span>
            </div>
          ))}
        {record.objectTypeId === DEAL && (
          <>
            <div className={styles.highlight} data-test-id="highlight-property-item-dealstage">
              <span>Deal Stage:</span>
              <StageDropdown {...{ record, values, metadata }} />
            </div>
            <div className={styles.highlight} data-test-id="highlight-property-item-pipeline">
              <span>Pipeline:</span>
              <span data-test-id="property-input-pipeline" data-selenium-test="property-input-pipeline">
                {pipelineLabel}
              </span>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

function StageDropdown({ record, values, metadata: { stages } }: Pick<RecordParts, 'record' | 'values' | 'metadata'>) {
  const [isSaving, setSaving] = useState(false);

  async function choose(stage: string): Promise<void> {
    if (stage === values.dealstage) return;
    setSaving(true);
    await saveOnRecordPage(record, stageChange(values, stage, stages, Date.now()));
    setSaving(false);
  }

  return (
    <Dropdown
      label="Deal Stage"
      name="dealstage"
      testId="property-input-dealstage"
      options={stages}
      value={values.dealstage ?? ''}
      isBusy={isSaving}
      onChoose={(stage) => void choose(stage)}
    />
  );
}
