/** The small in-page handle that opens the side panel. The rep can switch it off. */
import { h, mountLayer, onPress } from './dom';

/** The handrail mark, drawn as an element so that no markup is parsed in the page. */
function mark(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M2 11 14 5M4 10v4M8 8v4M12 6v4');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '2');
  path.setAttribute('stroke-linecap', 'round');
  svg.append(path);
  return svg;
}

/** Shows the handle; returns the way to take it away. */
export function showHandle(page: Document, open: () => void): () => void {
  const layer = mountLayer(page);
  const button = h('button', { class: 'handle', type: 'button', 'aria-label': 'Open Handrail', title: 'Open Handrail' });
  button.append(mark());
  onPress(button, open);
  layer.root.append(button);
  return layer.remove;
}
