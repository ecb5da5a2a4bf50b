import { describe, expect, it } from 'vitest';
import { asking, gap, verdict } from './asking';
import { escape, hosts, key, press, synthetic } from './layers';

describe('going back', () => {
  it('is the default: the focus starts on it', () => {
    const { root, button } = asking([verdict('ask-reason')]);
    expect(root.activeElement).toBe(button('Go back'));
  });

  it.each<{ by: string; act: (asked: ReturnType<typeof asking>) => void }>([
    { by: 'the button', act: ({ button }) => press(button('Go back')) },
    { by: 'Escape', act: ({ dialog }) => escape(dialog) },
  ])('$by: decided, everything is gone, and the focus is where it was', async ({ act }) => {
    const asked = asking();
    act(asked);
    expect(await asked.decision()).toEqual({ kind: 'back' });
    expect(hosts()).toEqual([]);
    expect(document.activeElement).toBe(asked.opener);
  });
});

describe('going on', () => {
  it('against warnings takes one press and no reason', async () => {
    const { button, decision, root } = asking([verdict('warn')]);
    expect(root.querySelector('textarea')).toBeNull();
    press(button('Continue'));
    expect(await decision()).toEqual({ kind: 'on' });
    expect(hosts()).toEqual([]);
  });

  it('is not offered where anything blocks, and the guard says why', () => {
    const { button, root, hint } = asking([verdict('ask-reason'), verdict('block', [gap({ severity: 'block' })])]);
    expect([...root.querySelectorAll('footer button')].map(({ textContent }) => textContent)).toEqual(['Go back']);
    expect(button('Continue')).toBeNull();
    expect(root.querySelector('textarea')).toBeNull();
    expect(hint()).toBe('This must be settled first.');
  });

  it('with nothing blocked says nothing before it is tried', () => {
    expect(asking([verdict('ask-reason')]).hint()).toBe('');
  });

  describe('where a reason is asked', () => {
    function reason(code: string, note: string, reasonCodes = gap().reasonCodes) {
      const asked = asking([verdict('ask-reason', [gap({ reasonCodes })])]);
      const select = asked.root.querySelector('select');
      if (select) select.value = code;
      const words = asked.root.querySelector('textarea');
      if (words) words.value = note;
      press(asked.button('Go on with this reason'));
      return asked;
    }

    it.each([
      { what: 'nothing', code: '', note: '', says: 'Choose a reason first.' },
      { what: 'a note only', code: '', note: 'By phone', says: 'Choose a reason first.' },
      { what: 'a reason only', code: 'manager', note: '', says: 'Add a few words first.' },
      { what: 'a blank note', code: 'manager', note: '  \n', says: 'Add a few words first.' },
    ])('$what is not enough, and what is missing is said', async ({ code, note, says }) => {
      const { decision, hint, dialog } = reason(code, note);
      expect(await decision()).toBeUndefined();
      expect(hint()).toBe(says);
      expect(dialog?.open).toBe(true);
    });

    it('a reason and a note go on together', async () => {
      const { decision } = reason('manager', '  Agreed by phone ');
      expect(await decision()).toEqual({ kind: 'on', reasonCode: 'manager', note: 'Agreed by phone' });
      expect(hosts()).toEqual([]);
    });

    it('a pack without a list of reasons asks for the note alone', async () => {
      const { decision, root } = reason('', 'Agreed by phone', []);
      expect(root.querySelector('select')).toBeNull();
      expect(await decision()).toEqual({ kind: 'on', note: 'Agreed by phone' });
    });
  });
});

describe('a script of the page', () => {
  it('decides nothing: neither by clicks nor by an Escape of its own', async () => {
    const { root, button, dialog, decision } = asking([verdict('warn')]);
    for (const each of root.querySelectorAll('button')) synthetic(each);
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(await decision()).toBeUndefined();
    expect(dialog?.open).toBe(true);
    press(button('Continue'));
    expect(await decision()).toEqual({ kind: 'on' });
  });

  it('hears no key that is typed in the guard', () => {
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type);
    document.addEventListener('keydown', hear);
    key(asking([verdict('ask-reason')]).root.querySelector('textarea'), 'e');
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual([]);
  });
});

describe('a question that is taken away', () => {
  it('removes everything, decides nothing, and gives the focus back', async () => {
    const { life, decision, opener } = asking();
    life.abort();
    expect(hosts()).toEqual([]);
    expect(await decision()).toMatchObject({ name: 'AbortError' });
    expect(document.activeElement).toBe(opener);
  });

  it('takes the bar and the ring with it', () => {
    const { life, button } = asking();
    press(button('Take me to Budget confirmed'));
    life.abort();
    expect(hosts()).toEqual([]);
  });
});
