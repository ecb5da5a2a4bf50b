/** The middle of a record page: tabs whose hidden contents stay in the document (facts/hubspot.md §1.2). */

import { CalendarClock, Mail, Phone } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Stage } from '../data/metadata';
import { stageFieldOf } from '../data/stage-change';
import { displayed } from '../format';
import styles from '../styles/record.module.css';
import type { RecordParts } from './objects';
import { PropertyRow } from './property-row';

const ACTIVITIES = [
  { Icon: Phone, title: 'Logged call with the project lead', when: 'Yesterday at 4:10 PM' },
  { Icon: Mail, title: 'Email opened: Summary of our call', when: 'Yesterday at 5:32 PM' },
  { Icon: CalendarClock, title: 'Meeting booked for next week', when: 'Today at 9:05 AM' },
];

export function MiddlePane(parts: RecordParts) {
  const [selected, setSelected] = useState(0);
  const tabs: { label: string; content: ReactNode }[] = [
    { label: 'Overview', content: <Overview {...parts} /> },
    { label: 'Activities', content: <Activities /> },
    { label: 'More', content: <MoreProperties {...parts} /> },
  ];
  return (
    <div className={styles.middle} data-test-id="middle-pane">
      <div className={styles.tabs} role="tablist">
        {tabs.map(({ label }, index) => (
          <button key={label} type="button" role="tab" aria-selected={index === selected} onClick={() => setSelected(index)}>
            {label}
          </button>
        ))}
      </div>
      {tabs.map(({ label, content }, index) => (
        <div key={label} role="tabpanel" aria-label={label} data-test-id={`tab-${index}-content`} hidden={index !== selected}>
          {content}
        </div>
      ))}
    </div>
  );
}

/** A data highlights card carries labels only, no internal names. */
function Overview({ record, values, metadata, object }: RecordParts) {
  const shown = object.rows.slice(0, 4);
  const stage = values[stageFieldOf(record.objectTypeId)];
  return (
    <>
      {stage && <StageTrack stages={metadata.stages} current={stage} />}
      <section
        className={styles.card}
        data-test-id="card-wrapper-DATA_HIGHLIGHTS/data"
        data-card-type="DATA_HIGHLIGHTS"
        data-card-id="data"
      >
        <h3 className={styles.cardTitle}>Data highlights</h3>
        <dl className={styles.facts} data-test-id="crm-card-content">
          {metadata.properties
            .filter(({ name }) => shown.includes(name))
            .map((property) => (
              <div key={property.name}>
                <dt>{property.label}</dt>
                <dd>{displayed(property, values[property.name])}</dd>
              </div>
            ))}
        </dl>
      </section>
      <Activities />
    </>
  );
}

function StageTrack({ stages, current }: { stages: readonly Stage[]; current: string }) {
  const position = stages.findIndex((stage) => stage.value === current);
  if (position < 0) return null;
  const isLost = stages[position]?.probability === 0;
  return (
    <section className={styles.card}>
      <h3 className={styles.cardTitle}>
        Stage {position + 1} of {stages.length}: {stages[position]?.label}
      </h3>
      <ol className={styles.track}>
        {stages.map((stage, index) => (
          <li
            key={stage.value}
            title={stage.label}
            data-reached={index <= position && !isLost}
            aria-current={stage.value === current ? 'step' : undefined}
          >
            <span className={styles.unseen}>{stage.label}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Activities() {
  return (
    <section className={styles.card}>
      <h3 className={styles.cardTitle}>Recent activities</h3>
      <ul className={styles.activities}>
        {ACTIVITIES.map(({ Icon, title, when }) => (
          <li key={title}>
            <Icon size={16} aria-hidden="true" />
            <span>{title}</span>
            <time>{when}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A custom card: the same kind as the sidebar's, with a bare number for its id. */
function MoreProperties({ values, metadata, object }: RecordParts) {
  return (
    <section className={styles.card} data-test-id="card-wrapper-PROPERTIES_V3/88123" data-card-type="PROPERTIES_V3" data-card-id="88123">
      <h3 className={styles.cardTitle}>More about this {object.singular}</h3>
      <div data-test-id="crm-card-content">
        <ul className={styles.rows} data-selenium-test="profile-properties-list">
          {metadata.properties
            .filter(({ name }) => object.moreRows.includes(name))
            .map((property) => (
              <PropertyRow key={property.name} property={property} value={values[property.name] ?? ''} />
            ))}
        </ul>
      </div>
    </section>
  );
}
