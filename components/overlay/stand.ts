/** Keeps the guard's dialog where the rep can see it, whatever the page does to it, and knows whether the rep does. */
import type { Layer } from './dom';

/** How often it is looked at while it is open. Milliseconds. */
const LOOK_MS = 250;
/** How often it is put back on top. A page that keeps at it longer than that is not fought with. */
const MOST_RAISES = 8;
/** For so many looks it may be out of reach before the rep is let go. */
const MOST_LOST = 20;
/** So long must it have been in sight again after it was not: a page could show it at the very moment of the click. Milliseconds. */
const SETTLED_MS = 500;
/** Below this share of its size nobody can read it. The page's zoom reaches into the top layer. */
const SMALLEST = 0.5;

/** Intersection Observer v2, which the DOM's types do not have yet: whether nothing covers or fades the target. */
type Sight = IntersectionObserverEntry & { isVisible?: boolean };
const SIGHT: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = { trackVisibility: true, delay: 100 };

export interface Stand {
  /** Opens the dialog over everything else. */
  open(): void;
  /** Closes it, for as long as the rep wants to see the page. */
  close(): void;
  /** Whether the rep sees all of the dialog. Waits for the first look. Where the browser cannot tell, they do. */
  seen(): Promise<boolean>;
  end(): void;
}

/** @param lost is called when the dialog cannot be kept in the rep's reach */
export function standing({ host, root, place }: Layer, dialog: HTMLDialogElement, lost: () => void): Stand {
  let wanted = false;
  let isSeen: boolean | undefined;
  let unseenAt = -Infinity;
  let waiting: (() => void)[] = [];
  let raises = 0;
  let unreached = 0;
  /** Out of the page, a root forgets its focus. */
  let lastFocus: EventTarget | null = null;
  root.addEventListener('focusin', ({ target }) => (lastFocus = target));

  const observer = new IntersectionObserver((entries) => {
    const last: Sight | undefined = entries.at(-1);
    const before = isSeen;
    isSeen = last?.isVisible ?? true;
    if (!isSeen || before === false) unseenAt = performance.now();
    for (const look of waiting) look();
    waiting = [];
  }, SIGHT);

  function open(): void {
    wanted = true;
    isSeen = undefined;
    dialog.showModal();
    observer.disconnect();
    observer.observe(dialog);
  }

  function raise(): void {
    const focused = lastFocus;
    raises++;
    dialog.close();
    place();
    open();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /** Whether a click in its middle would arrive: not so below another modal dialog, or in a page that is not drawn. */
  function isInReach(): boolean {
    const { left, top, width, height } = dialog.getBoundingClientRect();
    return dialog.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  }

  const looking = setInterval(() => {
    if (!wanted) return;
    const isPlaced = host.parentNode === host.ownerDocument.documentElement && dialog.matches(':modal');
    if (isPlaced && isSeen !== false) unreached = 0;
    else if (raises < MOST_RAISES) raise();
    else if (isPlaced && isInReach()) unreached = 0;
    else if (++unreached > MOST_LOST) lost();
  }, LOOK_MS);

  return {
    open,
    close() {
      wanted = false;
      dialog.close();
    },
    async seen() {
      if (isSeen === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
      return isSeen === true && performance.now() - unseenAt > SETTLED_MS && !(dialog.currentCSSZoom < SMALLEST);
    },
    end() {
      clearInterval(looking);
      observer.disconnect();
    },
  };
}
