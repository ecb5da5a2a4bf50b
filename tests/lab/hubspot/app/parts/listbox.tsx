/** The open list of a dropdown, at the end of the document; it takes the focus and gives a choice or nothing. */

import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Option } from '../data/metadata';
import styles from '../styles/parts.module.css';

interface ListboxProps {
  id: string;
  label: string;
  options: readonly Option[];
  value: string;
  onChoose(value: string): void;
  /** What it is placed beside. */
  anchor: HTMLElement;
  onCancel(): void;
}

export function Listbox({ id, label, anchor, options, value, onChoose, onCancel }: ListboxProps) {
  const list = useRef<HTMLUListElement>(null);
  const box = anchor.getBoundingClientRect();
  const fitsBelow = box.bottom + options.length * 36 + 16 < window.innerHeight;
  const place = {
    left: box.left,
    minWidth: box.width,
    ...(fitsBelow ? { top: box.bottom + 4 } : { bottom: window.innerHeight - box.top + 4 }),
  };

  useEffect(() => {
    const start = list.current?.querySelector('[aria-selected="true"]') ?? list.current?.firstElementChild;
    if (start instanceof HTMLElement) start.focus();
  }, []);

  useEffect(() => {
    function closeOutside(event: MouseEvent): void {
      if (!(event.target instanceof Node) || list.current?.contains(event.target) || anchor.contains(event.target)) return;
      onCancel();
    }
    document.addEventListener('mousedown', closeOutside);
    return () => document.removeEventListener('mousedown', closeOutside);
  });

  function onKeyDown(event: KeyboardEvent, option: Option): void {
    const item = event.currentTarget;
    const next = { ArrowDown: item.nextElementSibling, ArrowUp: item.previousElementSibling }[event.key];
    if (next instanceof HTMLElement) next.focus();
    else if (event.key === 'Enter' || event.key === ' ') onChoose(option.value);
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
  }

  return createPortal(
    <div id={id} className={styles.portal} style={place}>
      <ul ref={list} role="listbox" aria-label={label} className={styles.listbox}>
        {options.map((option) => (
          <li
            key={option.value}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            className={styles.option}
            onClick={() => onChoose(option.value)}
            onKeyDown={(event) => onKeyDown(event, option)}
          >
            <span data-option-text="true">{option.label}</span>
          </li>
        ))}
      </ul>
    </div>,
    document.body,
  );
}
