/** "Take me there": scrolls to an element of the page and rings it, without touching the page's own styles. */
import { mountLayer } from './dom';
import marks from './marks.css?inline';

const SHOWN_MS = 4000;

/** Rings `element` for some seconds, following it as it moves. Returns the way to take the ring away before that. */
export function highlight(element: Element): () => void {
  const page = element.ownerDocument;
  const calm = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  const { host, root, remove } = mountLayer(page, marks, [['div', { class: 'ring' }]]);
  const ring = root.querySelector('div');
  const ends = performance.now() + SHOWN_MS;
  const follow = (): void => {
    if (performance.now() > ends || !element.isConnected || !host.isConnected) {
      remove();
      return;
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    ring?.setAttribute('style', `left:${left}px;top:${top}px;width:${width}px;height:${height}px`);
    requestAnimationFrame(follow);
  };
  follow();
  return remove;
}
