/** The create form in its own document: the fields of a new record, in the grammar of facts/hubspot.md §1.3. */

import { X } from 'lucide-react';
import { useState } from 'react';
import { STAGE_FIELDS } from '../../records';
import { Alerts, clearAlerts, showAlert } from '../alerts';
import { createRecord } from '../data/create';
import { useMetadata } from '../data/metadata';
import type { Metadata } from '../data/metadata';
import type { Values } from '../data/records';
import { messageOf } from '../data/save';
import { Field } from '../parts/field';
import { OBJECTS } from '../record/objects';
import parts from '../styles/parts.module.css';
import styles from '../styles/panels.module.css';
import shell from '../styles/shell.module.css';

function tellHost(message: object): void {
  window.parent.postMessage(message, window.location.origin);
}

export function CreatorPage({ objectTypeId }: { objectTypeId: string }) {
  const metadata = useMetadata('object-builder-ui', objectTypeId);
  if (!metadata) return <p className={shell.notice}>Loading…</p>;
  return <Creator {...{ objectTypeId, metadata }} />;
}

function Creator({ objectTypeId, metadata }: { objectTypeId: string; metadata: Metadata }) {
  const object = OBJECTS[objectTypeId];
  const fields = STAGE_FIELDS[objectTypeId];
  const [first] = metadata.stages;
  const blank: Values = fields && first ? { [fields.pipeline]: metadata.pipelineId, [fields.stage]: first.value } : {};
  const [values, setValues] = useState(blank);
  const [isSaving, setSaving] = useState(false);
  const names = object?.createFields ?? [];
  const [nameField = ''] = names;

  async function create(andAnother: boolean): Promise<void> {
    clearAlerts();
    setSaving(true);
    try {
      const unfilled = Object.fromEntries(names.map((name) => [name, '']));
      await createRecord(objectTypeId, { ...unfilled, ...values });
      tellHost({ creator: 'created', andAnother });
      setValues(blank);
    } catch (error) {
      showAlert(messageOf(error));
    }
    setSaving(false);
  }

  return (
    <div className={styles.creator} data-selenium-test="creator">
      <header className={styles.creatorHead}>
        <h2>Create {object?.singular}</h2>
        <button type="button" aria-label="Close" onClick={() => tellHost({ creator: 'closed' })}>
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div className={styles.sideBody}>
        <a data-selenium-test="creator-editor-link" href={`/creator-editor/${objectTypeId}`}>
          Edit this form
        </a>
        {names.map((name) => {
          const property = metadata.properties.find((candidate) => candidate.name === name);
          if (!property) return null;
          const change = (value: string): void => setValues({ ...values, [name]: value });
          return <Field key={name} property={property} value={values[name] ?? ''} onChange={change} isRequired={name === nameField} />;
        })}
      </div>
      <footer className={styles.creatorFoot}>
        <button type="button" className={parts.primary} disabled={!values[nameField] || isSaving} onClick={() => void create(false)}>
          Create
        </button>
        <button type="button" className={parts.secondary} disabled={!values[nameField] || isSaving} onClick={() => void create(true)}>
          Create and add another
        </button>
        <button type="button" className={parts.secondary} onClick={() => tellHost({ creator: 'closed' })}>
          Cancel
        </button>
      </footer>
      <Alerts />
    </div>
  );
}
