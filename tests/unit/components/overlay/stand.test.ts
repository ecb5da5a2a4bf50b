/** The dialog keeps its place, and lets the rep go where it cannot. What really covers it is for the real browser: tests/e2e/hostile.test.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gap, verdict } from '../../lib/guard/verdicts';
import { asking } from './asking';
import { hosts, press, Screen } from './layers';

const LOOK_MS = 250;
const RAISES = 8;
/** From the last time it is put back to the end of the patience. */
const PATIENCE_MS = 21 * LOOK_MS;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The dialog is modal, and a click in its middle arrives, for as long as the test does not say otherwise. */
function standing(screen = new Screen()) {
  const asked = asking([verdict('warn', [gap({ severity: 'warn' })])], { screen });
  const { dialog, root } = asked;
  if (!dialog) throw new Error('There is no dialog.');
  const place = { isModal: true, isInReach: true };
  vi.spyOn(dialog, 'matches').mockImplementation(() => place.isModal);
  Object.assign(root, { elementFromPoint: () => (place.isInReach ? dialog : null) });
  const shown = vi.spyOn(dialog, 'showModal');
  return { ...asked, dialog, place, shown, screen };
}

const looks = (count: number) => vi.advanceTimersByTimeAsync(count * LOOK_MS);
const [host] = [() => hosts()[0]];

describe('a dialog that the page tampers with', () => {
  it('is left alone where nothing is wrong', async () => {
    const { shown, decision } = standing();
    await looks(100);
    expect(shown).not.toHaveBeenCalled();
    expect(await decision()).toBeUndefined();
  });

  it.each<{ what: string; tamper: (asked: ReturnType<typeof standing>) => void }>([
    { what: 'removed', tamper: () => host()?.remove() },
    { what: 'moved into another element', tamper: () => document.body.append(host() ?? '') },
    { what: 'no modal dialog any more', tamper: ({ place }) => (place.isModal = false) },
    { what: 'covered', tamper: ({ screen }) => screen.show(false) },
  ])('is put back on top, with the focus where it was: $what', async ({ tamper }) => {
    const asked = standing();
    const [textarea] = asked.all('textarea');
    textarea?.focus();
    asked.shown.mockImplementation(() => {
      asked.place.isModal = true;
    });
    tamper(asked);
    asked.screen.isVisible = true;
    await looks(1);
    expect(asked.shown).toHaveBeenCalledOnce();
    expect(host()?.parentNode).toBe(document.documentElement);
    expect(asked.root.activeElement).toBe(textarea);
    await looks(50);
    expect(asked.shown).toHaveBeenCalledOnce();
  });

  it('is put back a few times only, and then lets the rep go without a decision', async () => {
    const { shown, place, decision } = standing();
    place.isModal = false;
    await looks(RAISES);
    expect(shown).toHaveBeenCalledTimes(RAISES);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - LOOK_MS);
    expect(await decision()).toBeUndefined();
    await looks(1);
    expect(await decision()).toMatchObject({ message: 'covered' });
    expect(hosts()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is covered but in reach waits for the rep, who can still go back', async () => {
    const asked = standing();
    asked.screen.show(false);
    await looks(200);
    expect(asked.shown).toHaveBeenCalledTimes(RAISES);
    press(asked.button('Go back'));
    expect(await asked.decision()).toEqual({ kind: 'back' });
  });

  it('that is below another dialog of the page for good lets the rep go', async () => {
    const asked = standing();
    asked.place.isInReach = false;
    asked.screen.show(false);
    await looks(RAISES);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(await asked.decision()).toMatchObject({ message: 'covered' });
  });

  it('that comes into reach again in time stays', async () => {
    const asked = standing();
    asked.place.isInReach = false;
    asked.screen.show(false);
    await looks(RAISES + 15);
    asked.place.isInReach = true;
    await looks(1);
    asked.place.isInReach = false;
    await looks(15);
    expect(await asked.decision()).toBeUndefined();
  });
});

describe('while the rep looks at the page', () => {
  it('nothing is put back and nobody is let go: the rep closed it', async () => {
    const asked = standing();
    press(asked.button('Take me there'));
    asked.place.isModal = asked.place.isInReach = false;
    asked.screen.show(false);
    await looks(100);
    expect(asked.shown).not.toHaveBeenCalled();
    expect(await asked.decision()).toBeUndefined();
  });
});

describe('what the rep sees', () => {
  it('counts again only after it has been in sight for a while: the page could show it at the moment of the click', async () => {
    const asked = standing();
    asked.screen.show(false);
    asked.screen.show(true);
    await vi.advanceTimersByTimeAsync(400);
    press(asked.button('Continue'));
    await looks(0);
    expect(asked.hint()).toContain('covers this window');
    await vi.advanceTimersByTimeAsync(200);
    press(asked.button('Continue'));
    expect(await asked.decision()).toEqual({ kind: 'on' });
  });

  it.each([
    { zoom: 0.2, ends: undefined },
    { zoom: 0.8, ends: { kind: 'on' } },
  ])('is not what nobody can read: the page’s zoom is $zoom', async ({ zoom, ends }) => {
    const { dialog, button, decision } = standing();
    Object.defineProperty(dialog, 'currentCSSZoom', { value: zoom });
    press(button('Continue'));
    expect(await decision()).toEqual(ends);
  });
});
