/** "Take me there": scrolls to an element of the page and rings it, without touching the page's own styles. */
import { h, mountLayer, type Layer } from './dom';

const SHOWN_MS = 4000;

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
    const { left, top, width, height } = element.getBoundingClientRect();
    ring.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    requestAnimationFrame(follow);
  };
  follow();
}
