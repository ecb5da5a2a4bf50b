/** Keeps a keyboard where it was: when what holds the focus goes away, a place near it takes the focus. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** `place` needs `tabIndex={-1}` and has to be there as long as the component is. Of several inside each other the innermost takes the focus. */
export function useFocusKept(place: RefObject<HTMLElement | null>): void {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const note = ({ target }: FocusEvent): void => {
      held.current = target instanceof Element ? target : null;
    };
    // A browser may tell of a blur when it takes an element away, too: only one that stays has been left.
    const leave = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.isConnected) queueMicrotask(() => target.isConnected && forget(target));
    };
    const forget = (target: Element): void => {
      if (held.current === target) held.current = null;
    };
    element.addEventListener('focusin', note);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', note);
      element.removeEventListener('focusout', leave);
    };
  }, [place]);
  useLayoutEffect(() => {
    if (held.current === null || held.current.isConnected) return;
    held.current = null;
    // Never out of the page that the rep works in by now.
    if (document.activeElement === document.body && document.hasFocus()) place.current?.focus({ preventScroll: true });
  });
}
