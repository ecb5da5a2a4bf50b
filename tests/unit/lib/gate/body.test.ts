// @vitest-environment node
/** Bodies as they are read: most at once, some late, and some not at all. */
import { describe, expect, it, vi } from 'vitest';
import { readBody } from '../../../../lib/gate/body';

const late = (text: string) => vi.fn(async () => new Blob([text]));

describe('a body', () => {
  const form = new FormData();
  form.append('message', 'a&b');
  form.append('file', new Blob(['secret']), 'x.txt');

  it.each<[string, unknown, string]>([
    ['a text', 'dealstage', 'dealstage'],
    ['parameters', new URLSearchParams({ message: 'a b' }), 'message=a+b'],
    ['a form', form, 'message=a%26b&file=%5Bobject+File%5D'],
  ])('is read at once, wherever it goes: %s', (_name, body, text) => {
    const copy = late('');
    expect(readBody(body, () => false, copy)).toBe(text);
    expect(copy).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    ['a Blob', new Blob(['x'])],
    ['a stream', new ReadableStream()],
    ['a Request', new Request('https://app.hubspot.com', { method: 'POST', body: 'x' })],
  ])('is read late, from a copy, and only where that is worth it: %s', async (_name, body) => {
    const copy = late('the text');
    expect(readBody(body, () => false, copy)).toBe('');
    expect(copy).not.toHaveBeenCalled();
    expect(await readBody(body, () => true, copy)).toBe('the text');
  });

  it.each<[string, BufferSource]>([
    ['a buffer', new TextEncoder().encode('näher').buffer],
    ['a view into one', new TextEncoder().encode('<näher>').subarray(1, 7)],
  ])('is read at once, and only where that is worth it: %s', (_name, body) => {
    expect(readBody(body, () => false, late(''))).toBe('');
    expect(readBody(body, () => true, late(''))).toBe('näher');
  });

  it('is not looked into where it is longer than any save', async () => {
    const long = 'x'.repeat(4e6 + 1);
    expect(readBody(long, () => true, late(''))).toBe('');
    expect(readBody(new TextEncoder().encode(long), () => true, late(''))).toBe('');
    expect(await readBody(new Blob(), () => true, late(long))).toBe('');
  });
});
