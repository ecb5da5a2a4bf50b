/** "Take me there": scrolls to an element of the page and rings it, without touching the page's own styles. */
import { h, mountLayer, type Layer } from './dom';

const SHOWN_MS = 4000;
const GAP_PX = 4;

/**
 * Rings `element` for some seconds, following it as it moves.
 * @param layer an open layer to draw in; without one, its own.
 */
export function highlight(element: Element, layer?: Layer): void {
  const page = element.ownerDocument;
  const calm = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  const own = layer ? undefined : mountLayer(page);
  const ring = h('div', { class: 'ring' });
  (layer ?? own)?.root.append(ring);
  const ends = performance.now() + SHOWN_MS;
  const follow = (): void => {
    if (performance.now() > ends || !element.isConnected || !ring.isConnected) {
      ring.remove();
      own?.remove();
      return;
    }
    const box = element.getBoundingClientRect();
    ring.style.left = `${box.left - GAP_PX}px`;
    ring.style.top = `${box.top - GAP_PX}px`;
    ring.style.width = `${box.width + 2 * GAP_PX}px`;
    ring.style.height = `${box.height + 2 * GAP_PX}px`;
    requestAnimationFrame(follow);
  };
  follow();
}
