/** What the guard looks like. The worker sends it along with each card: a page at rest carries none of it. */
import type { Card } from '../../lib/guard/card';
import type { Look } from '../../lib/messages/protocol';
import tokens from '../ui/tokens.css?inline';
import { drawingOf } from './drawing';
import guard from './guard.css?inline';

export function lookOf(card: Card, now: Date): Look {
  // Swedes write days as a date field does.
  return { drawing: drawingOf(card, now.toLocaleDateString('sv')), style: tokens + guard };
}
