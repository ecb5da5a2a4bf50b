/** HubSpot's own prompt before a stage is saved: the values that the portal's settings ask for (facts/hubspot.md §3.4). */

import { useState } from 'react';
import { useOpenPrompt } from '../stage-prompt-state';
import type { Values } from '../data/records';
import styles from '../styles/panels.module.css';
import { Field } from './field';
import { Modal } from './modal';

export function StagePrompt() {
  const prompt = useOpenPrompt();
  return prompt && <Questions key={prompt.label} {...prompt} />;
}

function Questions({ label, properties, values, answer }: NonNullable<ReturnType<typeof useOpenPrompt>>) {
  const [draft, setDraft] = useState<Values>({});
  const valueOf = (name: string): string => draft[name] ?? values[name] ?? '';
  return (
    <Modal
      title={`Move to ${label}`}
      action="Save"
      canAct={properties.every(({ name }) => valueOf(name) !== '')}
      onAct={() => answer(draft)}
      onCancel={() => answer(null)}
    >
      <p className={styles.lead}>Fill in these properties to move it to this stage.</p>
      {properties.map((property) => (
        <Field
          key={property.name}
          property={property}
          value={valueOf(property.name)}
          onChange={(value) => setDraft({ ...draft, [property.name]: value })}
          isRequired
        />
      ))}
    </Modal>
  );
}
