/** "Wrong here?": the rep says that a rule does not fit, and the guard stays. */
import { describe, expect, it, vi } from 'vitest';
import type { WrongHere } from '../../../../lib/messages/protocol';
import { deferred } from '../../lib/watcher/fixtures';
import { gap, unseen, verdict } from '../../lib/guard/verdicts';
import { asking, happened } from './asking';
import { press, submit } from './layers';

/** Opens the form of the second gap of the second record. */
function opened(wrongHere?: (what: WrongHere) => Promise<void>) {
  const asked = asking([verdict('warn'), verdict('warn', [gap(), unseen()])], wrongHere && { question: { wrongHere } });
  press(asked.button('Wrong here?', 2));
  const form = asked.all<HTMLFormElement>('form').find(({ hidden }) => !hidden) ?? null;
  return {
    ...asked,
    form,
    say: async (words: string): Promise<void> => {
      const input = form?.querySelector('input');
      if (input) input.value = words;
      submit(form);
      await happened();
    },
    said: () => form?.querySelector('[role=status]')?.textContent,
  };
}

describe('wrong here', () => {
  it('opens a line under its gap, with the focus in it, and closes it again', () => {
    const { form, root, button } = opened();
    const opener = button('Wrong here?', 2);
    expect(form?.closest('li')).toBe(opener?.closest('li'));
    expect(root.activeElement).toBe(form?.querySelector('input'));
    expect(opener?.getAttribute('aria-expanded')).toBe('true');
    press(opener);
    expect(form?.hidden).toBe(true);
    expect(opener?.getAttribute('aria-expanded')).toBe('false');
  });

  it('is kept with its record and its criterion, thanked for, and leaves the guard as it is', async () => {
    const { say, said, wrongHere, dialog, decision, root, form } = opened();
    await say('  Renewal, the buyer is known ');
    expect(wrongHere).toHaveBeenCalledExactlyOnceWith({
      record: expect.objectContaining({ id: '006000000000001AAA' }) as unknown,
      sop: 'discovery',
      criterion: 'buyer',
      comment: 'Renewal, the buyer is known',
    });
    expect(said()).toBe('Noted. Thank you.');
    expect(form?.querySelector('input, button')).toBeNull();
    expect(root.activeElement?.textContent).toBe('Noted. Thank you.');
    expect(dialog?.open).toBe(true);
    expect(await decision()).toBeUndefined();
  });

  it('asks for a few words', async () => {
    const { say, said, wrongHere } = opened();
    await say('  ');
    expect(said()).toBe('Add a few words first.');
    expect(wrongHere).not.toHaveBeenCalled();
  });

  it('that cannot be kept says so, keeps the words, and can be sent again', async () => {
    const wrongHere = vi.fn(async (_what: WrongHere) => undefined).mockRejectedValueOnce(new Error('No worker.'));
    const { say, said, form } = opened(wrongHere);
    await say('Renewal');
    expect(said()).toBe('It could not be noted. Try again.');
    expect(form?.querySelector('input')?.value).toBe('Renewal');
    await say('Renewal');
    expect(said()).toBe('Noted. Thank you.');
  });

  it('is not sent twice by an impatient press', async () => {
    const kept = deferred<void>();
    const { say, form } = opened(() => kept.promise);
    await say('Renewal');
    expect(form?.querySelector('button')?.disabled).toBe(true);
    kept.resolve();
  });
});
