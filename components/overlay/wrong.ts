/** "Wrong here?": the rep's word that a rule does not fit, told in a line of their own without leaving the guard. */
import { tell } from './words';

/** Shows the form of a gap, or hides it again. */
export function toggleWrong(opener: HTMLElement): void {
  const form = opener.closest('li')?.querySelector('form');
  if (!form) return;
  form.hidden = !form.hidden;
  opener.setAttribute('aria-expanded', String(!form.hidden));
  form.querySelector('input')?.focus();
}

/** @param keep keeps the comment; rejects where it could not be kept */
export async function sendWrong(form: HTMLFormElement, keep: (comment: string) => Promise<void>): Promise<void> {
  const [input, send, said] = [form.querySelector('input'), form.querySelector('button'), form.querySelector('p')];
  const comment = input?.value.trim();
  if (!send || !said) return;
  if (!comment) {
    tell(said, 'missing');
    return;
  }
  send.disabled = true;
  try {
    await keep(comment);
    tell(said, 'kept');
    form.replaceChildren(said);
    form.closest('li')?.querySelector('[data-do=wrong]')?.remove();
    said.focus();
  } catch {
    tell(said, 'failed');
    send.disabled = false;
  }
}
