/** A window over the page: a form with its title, its own buttons and the way out. HubSpot's own has not been captured (facts/hubspot.md §1.6). */

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from '../styles/panels.module.css';
import parts from '../styles/parts.module.css';

interface ModalProps {
  title: string;
  /** What the button that ends it well says. */
  action: string;
  canAct?: boolean;
  onAct(): void;
  onCancel(): void;
  children: ReactNode;
}

export function Modal({ title, action, canAct = true, onAct, onCancel, children }: ModalProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-body] :is(input, textarea, button)');
    first?.focus();
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (canAct) onAct();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
  }

  return createPortal(
    <div className={styles.veil}>
      <form ref={form} className={styles.modal} role="dialog" aria-modal="true" aria-label={title} onSubmit={submit} onKeyDown={onKeyDown}>
        <header className={styles.modalHead}>
          <h2>{title}</h2>
          <button type="button" aria-label="Close" onClick={onCancel}>
            <X size={18} aria-hidden="true" />
          </button>
        </header>
        <div className={styles.modalBody} data-body="">
          {children}
        </div>
        <footer className={styles.modalFoot}>
          <button type="submit" className={parts.primary} disabled={!canAct}>
            {action}
          </button>
          <button type="button" className={parts.secondary} onClick={onCancel}>
            Cancel
          </button>
        </footer>
      </form>
    </div>,
    document.body,
  );
}
