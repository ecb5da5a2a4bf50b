/** How stage values are compared: people type them into packs, and screens show labels for values. */

/** Two CRM stage values mean the same when this is the same: case and spaces do not count. */
export function stageKey(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, '').toLowerCase();
}
