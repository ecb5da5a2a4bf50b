/** The way into the overlays' closed roots, a person's own events, and what the screen would tell. All are the test's privilege: a page has none. */
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

/** What the browser sees of the dialog, which happy-dom cannot tell: tells each look that is asked for. */
export class Screen {
  private watchers: { target: Element | null; tell: (isVisible: boolean | undefined) => void }[] = [];

  /** What the looks say; undefined is a browser that cannot tell. With `waits` the first look takes its time. */
  constructor(
    public isVisible: boolean | undefined = true,
    private readonly waits = false,
  ) {
    const { watchers } = this;
    const look = () => this.isVisible;
    const { waits: isSlow } = this;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        private readonly watcher: (typeof watchers)[number];
        constructor(hear: (entries: { isVisible: boolean | undefined }[]) => void) {
          this.watcher = { target: null, tell: (isVisible) => hear([{ isVisible }]) };
          watchers.push(this.watcher);
        }
        observe(target: Element): void {
          this.watcher.target = target;
          if (!isSlow) this.watcher.tell(look());
        }
        disconnect(): void {
          this.watcher.target = null;
        }
      },
    );
    onTestFinished(() => void vi.unstubAllGlobals());
  }

  /** The dialog is in sight, or no more. */
  show(isVisible: boolean): void {
    this.isVisible = isVisible;
    for (const { target, tell } of this.watchers) if (target) tell(isVisible);
  }

  /** True while somebody looks. */
  get isWatched(): boolean {
    return this.watchers.some(({ target }) => target !== null);
  }
}

/** The event as the browser sends it for a person. */
function trusted(event: Event): Event {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

/** @param detail which click of a row of quick ones it is; 0 is one by keyboard */
export const press = (element: Element | null, detail = 1) =>
  element?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail })));
export const escape = (dialog: Element | null) => dialog?.dispatchEvent(trusted(new Event('cancel', { cancelable: true })));
export const key = (element: Element | null, name: string) =>
  element?.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true })));
export const submit = (form: Element | null) => form?.dispatchEvent(trusted(new Event('submit', { bubbles: true, cancelable: true })));

/** Whatever a script of the page can send. */
export function synthetic(element: Element | null): void {
  if (element instanceof HTMLElement) element.click();
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
}
