/** The highlight card: title, a few values, and the stage where there is one, which saves as soon as it is chosen. */

import { useState } from 'react';
import { DEAL, STAGE_FIELDS } from '../../records';
import { moveToStage, stageFieldOf } from '../data/stage-change';
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
        {STAGE_FIELDS[record.objectTypeId] && <StageRows {...{ record, values, metadata }} pipelineLabel={pipelineLabel} />}
      </div>
    </section>
  );
}

type StageParts = Pick<RecordParts, 'record' | 'values' | 'metadata'>;

/** A deal's stage carries attributes of its own; that of other objects has the grammar of a property row (facts/hubspot.md §1.2). */
function StageRows({ pipelineLabel, ...parts }: StageParts & { pipelineLabel: string }) {
  const { objectTypeId } = parts.record;
  const isDeal = objectTypeId === DEAL;
  const { stage = '', pipeline = '' } = STAGE_FIELDS[objectTypeId] ?? {};
  return (
    <>
      <div className={styles.highlight} data-test-id={isDeal ? `highlight-property-item-${stage}` : stage}>
        <span>{labelOf(parts, stage)}:</span>
        <StageDropdown {...parts} />
      </div>
      <div className={styles.highlight} data-test-id={isDeal ? `highlight-property-item-${pipeline}` : pipeline}>
        <span>Pipeline:</span>
        <span data-test-id={isDeal ? `property-input-${pipeline}` : undefined} data-selenium-test={`property-input-${pipeline}`}>
          {pipelineLabel}
        </span>
      </div>
    </>
  );
}

function labelOf({ metadata }: StageParts, name: string): string {
  return metadata.properties.find((property) => property.name === name)?.label ?? '';
}

function StageDropdown({ record, values, metadata }: StageParts) {
  const [isSaving, setSaving] = useState(false);
  const field = stageFieldOf(record.objectTypeId);

  async function choose(stage: string): Promise<void> {
    if (stage === values[field]) return;
    setSaving(true);
    await moveToStage('record', record, stage, metadata).done;
    setSaving(false);
  }

  return (
    <Dropdown
      label={labelOf({ record, values, metadata }, field)}
      name={field}
      testId={record.objectTypeId === DEAL ? `property-input-${field}` : undefined}
      options={metadata.stages}
      value={values[field] ?? ''}
      isBusy={isSaving}
      onChoose={(stage) => void choose(stage)}
    />
  );
}
