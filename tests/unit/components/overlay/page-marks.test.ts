/** The handle and the ring: what stands in the page without a question. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { overlays } from '../../../../components/overlay/overlays';
import { expectNoAxeViolations } from '../axe';
import { hosts, layers, press, synthetic } from './layers';

describe('the handle', () => {
  it('opens the panel for a person’s own press, and for nothing else', () => {
    const [mounted, open] = [layers(), vi.fn()];
    overlays.showHandle(document, open);
    const button = mounted[0]?.root.querySelector('button') ?? null;
    synthetic(button);
    expect(open).not.toHaveBeenCalled();
    press(button);
    expect(open).toHaveBeenCalledOnce();
  });

  it('stands in a closed root, has a name, and goes when it is told to', async () => {
    const mounted = layers();
    const hide = overlays.showHandle(document, () => undefined);
    expect(mounted.map(({ mode }) => mode)).toEqual(['closed']);
    expect(hosts()).toHaveLength(1);
    hide();
    expect(hosts()).toEqual([]);
    document.body.append(...(mounted[0]?.root.children ?? []));
    expect(document.querySelector('button')?.getAttribute('aria-label')).toBe('Open Handrail');
    await expectNoAxeViolations(document.body);
    document.body.replaceChildren();
  });
});

describe('the ring', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  function ringed(calm = false) {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: calm } as MediaQueryList);
    const mounted = layers();
    const field = document.body.appendChild(document.createElement('label'));
    const box = vi.spyOn(field, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 30, 40));
    const scroll = vi.spyOn(field, 'scrollIntoView').mockReturnValue();
    overlays.highlight(field);
    const style = () => mounted[0]?.root.querySelector<HTMLElement>('.ring')?.style;
    return { field, box, scroll, style };
  }

  it('follows its element, without a trace on the element itself', () => {
    const { style, box, field } = ringed();
    expect([style()?.left, style()?.top, style()?.width, style()?.height]).toEqual(['10px', '20px', '30px', '40px']);
    box.mockReturnValue(new DOMRect(10, 99, 30, 40));
    vi.advanceTimersToNextFrame();
    expect(style()?.top).toBe('99px');
    expect(field.outerHTML).toBe('<label></label>');
  });

  it('goes after some seconds, and its layer with it', () => {
    ringed();
    vi.advanceTimersByTime(3900);
    expect(hosts()).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(hosts()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes at once with its element', () => {
    const { field } = ringed();
    field.remove();
    vi.advanceTimersToNextFrame();
    expect(hosts()).toEqual([]);
  });

  it.each([
    { calm: true, behavior: 'auto' },
    { calm: false, behavior: 'smooth' },
  ])('scrolls as the rep likes it: reduced motion $calm, $behavior', ({ calm, behavior }) => {
    expect(ringed(calm).scroll).toHaveBeenCalledExactlyOnceWith({ block: 'center', behavior });
  });
});
