/** The reason that a rep gave for going on: a code from the pack's list, a few words, and the day on which the exception ends, if it does. */

type Field = HTMLSelectElement | HTMLTextAreaElement | HTMLInputElement;

export interface Reason {
  reasonCode?: string;
  note?: string;
  /** The end of that day, where the rep is; in milliseconds since 1970. */
  until?: number;
}

/** The first field that is empty and must not be, or in which there is nothing that could be meant. */
export function unfit(form: HTMLElement): Field | undefined {
  return [...form.querySelectorAll<Field>('[data-missing]')].find(
    (field) => !field.validity.valid || (field.required && !field.value.trim()),
  );
}

export function readReason(form: HTMLElement): Reason {
  const [code = '', note = '', until = ''] = ['code', 'note', 'until'].map((id) => form.querySelector<Field>(`#${id}`)?.value.trim());
  return {
    ...(code && { reasonCode: code }),
    note,
    ...(until && { until: new Date(`${until}T23:59:59.999`).getTime() }),
  };
}
