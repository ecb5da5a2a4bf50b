/** The newer board's hands: which cards are in view, and a card that follows the pointer. */

import { useEffect, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import type { BoardParts } from './board';

/** In pixels, with the gap below. */
export const CARD_HEIGHT = 148;
/** A press becomes a drag after this many pixels. */
const THRESHOLD = 5;

interface Dragged {
  objectId: string;
  x: number;
  y: number;
  width: number;
}

interface Press extends Dragged {
  fromX: number;
  fromY: number;
}

/** The cards that exist while the column is scrolled to `top`. */
export function useWindow(body: RefObject<HTMLElement | null>, top: number, count: number): { first: number; slots: number } {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    if (!body.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0));
    observer.observe(body.current);
    return () => observer.disconnect();
  }, [body]);
  const slots = Math.ceil(height / CARD_HEIGHT) + 1;
  return { first: Math.max(0, Math.min(Math.floor(top / CARD_HEIGHT), count - slots)), slots };
}

/** The card that is being dragged, the stage it is over, and the way to take one up. */
export function useDrag(onDrop: BoardParts['onDrop']): {
  dragged: Dragged | null;
  over: string | null;
  start(event: ReactPointerEvent<HTMLElement>, objectId: string): void;
} {
  const [press, setPress] = useState<Press | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    if (!press) return undefined;
    const zoneAt = ({ clientX, clientY }: PointerEvent): HTMLElement | null =>
      document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-droppable-id]') ?? null;
    function move(event: PointerEvent): void {
      if (!press) return;
      const [right, down] = [event.clientX - press.fromX, event.clientY - press.fromY];
      if (!dragged && Math.hypot(right, down) < THRESHOLD) return;
      setDragged({ ...press, x: press.x + right, y: press.y + down });
      setOver(zoneAt(event)?.dataset.droppableId ?? null);
    }
    function end(event: PointerEvent): void {
      const zone = zoneAt(event);
      const stage = zone?.dataset.droppableId;
      if (press && dragged && zone && stage !== undefined) {
        const depth = event.clientY - zone.getBoundingClientRect().top + zone.scrollTop;
        onDrop(press.objectId, stage, Math.floor(depth / CARD_HEIGHT));
      }
      setPress(null);
      setDragged(null);
      setOver(null);
    }
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
    };
  }, [press, dragged, onDrop]);

  return {
    dragged,
    over,
    start(event, objectId) {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return;
      // Text is not selected while a card is dragged.
      event.preventDefault();
      const { left, top, width } = event.currentTarget.getBoundingClientRect();
      setPress({ objectId, x: left, y: top, width, fromX: event.clientX, fromY: event.clientY });
    },
  };
}
