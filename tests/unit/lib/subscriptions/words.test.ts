import { expect, it } from 'vitest';
import type { Trouble } from '../../../../lib/subscriptions/trouble';
import { troubleWords } from '../../../../lib/subscriptions/words';

const words = (trouble: Trouble) => troubleWords(trouble, 'packs.acme.com', ({ why }) => `refused: ${why}`);

it.each<[Trouble, string]>([
  [{ why: 'offline' }, 'offline'],
  [{ why: 'no-permission' }, 'Allow Handrail to read'],
  [{ why: 'unreachable' }, 'did not answer'],
  [{ why: 'http', detail: '404' }, 'no file at this address'],
  [{ why: 'http', detail: '403' }, 'open to all'],
  [{ why: 'http', detail: '429' }, 'too often'],
  [{ why: 'http', detail: '503' }, '(503)'],
  [{ why: 'http', detail: '204' }, 'status 204'],
  [{ why: 'web-page' }, 'web page'],
  [{ why: 'too-big' }, 'more than a pack may hold'],
  [{ why: 'too-slow' }, 'too long'],
  [{ why: 'cut-off' }, 'ended in the middle'],
  [{ why: 'not-text' }, 'UTF-8'],
  [{ why: 'new-key' }, 'compare its fingerprint'],
  [{ why: 'refused', refusal: { why: 'forged' } }, 'refused: forged'],
  [{ why: 'not-kept', detail: 'No room.' }, 'No room.'],
  [{ why: 'inside' }, 'private network'],
])('%o is told in words', (trouble, part) => {
  expect(words(trouble)).toContain(part);
});
