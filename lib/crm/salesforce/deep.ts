/**
 * The page as it is composed, over open shadow roots and slots. Salesforce's synthetic shadow is light DOM to an isolated world, its
 * native shadow is not, and one page can hold both (facts/salesforce.md §0.1, §2.3).
 */

/** The slot, parent or host that holds `element` on the screen. */
export function holderOf(element: Element): Element | null {
  const { assignedSlot, parentElement, parentNode } = element;
  return assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}

/** `element` or the nearest composed ancestor that matches. */
export function nearest(element: Element | null, selector: string): Element | null {
  for (let at = element; at; at = holderOf(at)) if (at.matches(selector)) return at;
  return null;
}

function rootsIn(within: ParentNode): ParentNode[] {
  const roots = [within];
  const enter = (element: Element) => {
    if (element.shadowRoot) roots.push(...rootsIn(element.shadowRoot));
  };
  if (within instanceof Element) enter(within);
  for (const element of within.querySelectorAll('*')) enter(element);
  return roots;
}

export type Query = (selector: string) => Element[];

/**
 * A `querySelectorAll` over everything composed under `within`. It looks for the shadow roots once, so make a new one for each look.
 * `selector`: compounds with one space between them, alternatives with a comma; no other combinators and no spaces in attribute values.
 */
export function composed(within: ParentNode): Query {
  const roots = rootsIn(within);
  return (selector) =>
    selector.split(',').flatMap((alternative) => {
      const [last = '', ...above] = alternative.split(' ').reverse();
      const fits = (element: Element) => {
        let at: Element | null = element;
        for (const compound of above) at = at && nearest(holderOf(at), compound);
        return at !== null;
      };
      return roots.flatMap((root) => [...root.querySelectorAll(last)]).filter(fits);
    });
}

function partsOf(node: Node): Iterable<Node> {
  if (!(node instanceof Element)) return node.childNodes;
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return node.shadowRoot?.childNodes ?? (assigned.length ? assigned : node.childNodes);
}

/** Every element that the screen composes inside of `node`, in order. */
export function* inside(node: Node): Generator<Element> {
  for (const part of partsOf(node)) {
    if (part instanceof Element) yield part;
    yield* inside(part);
  }
}

/** The text that the screen composes inside of `node`, without what matches `noise`; white space is collapsed. */
export function textOf(node: Node, noise: string): string {
  const gather = (at: Node): string => {
    if (!(at instanceof Element)) return at.nodeType === Node.TEXT_NODE ? (at.nodeValue ?? '') : '';
    if (at.matches(noise)) return '';
    const text = [...partsOf(at)].map(gather).join('');
    return /^(DIV|P|LI|BR|TR)$/.test(at.tagName) ? ` ${text} ` : text;
  };
  return gather(node).replace(/\s+/g, ' ').trim();
}
