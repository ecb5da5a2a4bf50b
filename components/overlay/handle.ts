/** The small in-page handle that opens the side panel. The rep can switch it off. */
import { mountLayer, onPress } from './dom';
import marks from './marks.css?inline';

/** The handrail mark. A constant of ours: nothing of the page or of a pack is ever parsed as markup. */
const MARK =
  '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 11 14 5M4 10v4M8 8v4M12 6v4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>';

/** Shows the handle; returns the way to take it away. */
export function showHandle(page: Document, open: () => void): () => void {
  const name = 'Open Handrail';
  const { root, remove } = mountLayer(page, marks, [['button', { title: name, 'aria-label': name }]]);
  for (const button of root.children) button.innerHTML = MARK;
  onPress(root, open);
  return remove;
}
