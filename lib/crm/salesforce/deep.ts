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

/**
 * What may have a shadow root: a component, whose name the page makes up. These are the elements that pages are full of; whatever an isolated
 * world has once touched stays in memory for as long as the page does.
 */
const COMPONENTS =
  ':not(html,head,meta,title,link,style,script,body,div,span,p,a,b,i,ul,li,dl,dt,dd,table,tr,td,th,svg,use,path,g,slot,button,input,label,img)';

export type Query = (selector: string) => Element[];

/** The innermost compound of each alternative. */
function lasts(selectors: readonly string[]): string {
  return selectors.join().replace(/[^,]+ /g, '');
}

/**
 * A `querySelectorAll` over everything composed under `within`, for these `selectors` and no others. It walks the page once, so make a new one
 * for each look.
 * `selectors`: compounds with one space between them, alternatives with a comma; no other combinators and no spaces or commas in attribute values.
 */
export function composed(within: ParentNode, ...selectors: readonly string[]): Query {
  const wanted = lasts(selectors);
  const found: Element[] = [];
  const walk = (root: ParentNode) => {
    if (root instanceof Element && root.shadowRoot) walk(root.shadowRoot);
    for (const element of root.querySelectorAll(`${COMPONENTS},${wanted}`)) {
      if (element.matches(wanted)) found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(within);
  return (selector) =>
    selector.split(',').flatMap((alternative) => {
      const [last = '', ...above] = alternative.split(' ').reverse();
      return found.filter((element) => {
        let at: Element | null = element.matches(last) ? element : null;
        for (const compound of above) at = at && nearest(holderOf(at), compound);
        return at !== null;
      });
    });
}

/** Every element that the screen composes inside of `element`, in order, after those `before`. Nodes of text are not touched. */
export function inside(element: Element, before: Element[] = []): Element[] {
  const assigned = element instanceof HTMLSlotElement ? element.assignedElements() : [];
  const enter = (part: Element) => {
    before.push(part);
    inside(part, before);
  };
  if (assigned.length) assigned.forEach(enter);
  else for (let part = (element.shadowRoot ?? element).firstElementChild; part; part = part.nextElementSibling) enter(part);
  return before;
}

/** The text that the screen composes inside of `node`, without what matches `noise`; white space is collapsed. */
export function textOf(node: Node, noise: string): string {
  const gather = (at: Node): string => {
    if (!(at instanceof Element)) return at.nodeType === Node.TEXT_NODE ? (at.nodeValue ?? '') : '';
    if (at.matches(noise)) return '';
    const assigned = at instanceof HTMLSlotElement ? at.assignedNodes() : [];
    let text = assigned.map(gather).join('');
    // Not by `childNodes`: the list of each node would stay in memory.
    if (!assigned.length) for (let part = (at.shadowRoot ?? at).firstChild; part; part = part.nextSibling) text += gather(part);
    return /^(DIV|P|LI|BR|TR)$/.test(at.tagName) ? ` ${text} ` : text;
  };
  return gather(node).replace(/\s+/g, ' ').trim();
}
