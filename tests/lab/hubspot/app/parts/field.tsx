/** A property's control with its label above it, as forms over the page show it. */

import { useId } from 'react';
import type { Property } from '../data/metadata';
import styles from '../styles/panels.module.css';
import { ValueEditor } from './value-editor';

interface FieldProps {
  property: Property;
  value: string;
  onChange(value: string): void;
  isRequired?: boolean;
}

export function Field({ property, value, onChange, isRequired = false }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-test-id="FormControl">
      <label htmlFor={id}>
        {property.label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <ValueEditor id={id} property={property} value={value} onChange={onChange} isBoxed />
    </div>
  );
}
