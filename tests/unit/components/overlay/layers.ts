/** The way into the overlays' closed roots, and a person's own events. Both are the test's privilege: a page has neither. */
import { onTestFinished, vi } from 'vitest';

const { attachShadow } = Element.prototype;

/** Every layer that is mounted from now on, in order, with the mode that was asked for. */
export function layers(): { root: ShadowRoot; mode: string }[] {
  const mounted: { root: ShadowRoot; mode: string }[] = [];
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    mounted.push({ root, mode: init.mode });
    return root;
  });
  onTestFinished(() => {
    spy.mockRestore();
    for (const layer of hosts()) layer.remove();
  });
  return mounted;
}

export const hosts = (): Element[] => [...document.querySelectorAll('handrail-layer')];

/** The event as the browser sends it for a person. */
function trusted(event: Event): Event {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

export const press = (element: Element | null) =>
  element?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })));
export const escape = (dialog: Element | null) => dialog?.dispatchEvent(trusted(new Event('cancel', { cancelable: true })));
export const key = (element: Element | null, name: string) =>
  element?.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true })));

/** Whatever a script of the page can send. */
export function synthetic(element: Element | null): void {
  if (element instanceof HTMLElement) element.click();
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
}
