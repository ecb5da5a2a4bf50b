import { NATIVE, type Behaviour } from '../harness/behaviour';
import { AURA, AURA_MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

export default {
  name: 'fetch: a form is held, and leaves as it was',
  crm: 'salesforce',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(AURA, { method: 'POST', body: formOf(AURA_MOVE) })),
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'the boundary between its parts is a new one each time, which only the runner of Chromium evens out',
} satisfies Behaviour;
