/** A dropdown: a button, and while it is open a listbox at the end of the document (facts/hubspot.md §1.2). */

import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { Option } from '../data/metadata';
import styles from '../styles/parts.module.css';
import { Listbox } from './listbox';

interface DropdownProps {
  label: string;
  options: readonly Option[];
  value: string;
  onChoose(value: string): void;
  /** Called when it closes without a choice. */
  onCancel?(): void;
  /** The property's internal name. */
  name: string;
  /** The highlight card's buttons carry this beside the name. */
  testId?: string;
  id?: string;
  isOpenAtStart?: boolean;
  isBusy?: boolean;
  isBoxed?: boolean;
}

export function Dropdown({
  label,
  options,
  value,
  onChoose,
  onCancel,
  name,
  testId,
  id,
  isOpenAtStart = false,
  isBusy = false,
  isBoxed = false,
}: DropdownProps) {
  const [isOpen, setOpen] = useState(isOpenAtStart);
  // In state, since the list can only be placed beside a button that stands.
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const listId = `abstractdropdown-content-${useId()}`;

  function close(): void {
    setOpen(false);
    button?.focus();
  }

  return (
    <>
      <button
        ref={setButton}
        id={id}
        type="button"
        className={isBoxed ? styles.dropdownBoxed : styles.dropdown}
        data-dropdown="true"
        data-test-id={testId}
        data-selenium-test={`property-input-${name}`}
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-busy={isBusy}
        onClick={() => setOpen(!isOpen)}
      >
        <span data-option-text="true">{options.find((option) => option.value === value)?.label ?? '--'}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {isOpen && button && (
        <Listbox
          id={listId}
          label={label}
          anchor={button}
          options={options}
          value={value}
          onChoose={(chosen) => {
            close();
            onChoose(chosen);
          }}
          onCancel={() => {
            close();
            onCancel?.();
          }}
        />
      )}
    </>
  );
}
