/** Plain DOM for the overlays: elements in a closed shadow root, so that the page's styles and scripts stay outside. */
import type { Drawing } from '../../lib/messages/protocol';

/** Makes what a drawing says. Text is always text. */
function draw(drawing: Drawing): HTMLElement | string {
  if (typeof drawing === 'string') return drawing;
  const [tag, attributes, ...content] = drawing;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.map(draw));
  return element;
}

/**
 * Hears a person's own presses in `root`: a script's synthetic click is none, and nor is the second half of a double click that began on the
 * CRM's own button.
 */
export function onPress(root: ShadowRoot, press: (target: Element) => void): void {
  root.addEventListener('click', (event) => {
    if (event.isTrusted && (event as MouseEvent).detail < 2 && event.target instanceof Element) press(event.target);
  });
}

const TAG = 'handrail-layer';

export interface Layer {
  host: HTMLElement;
  root: ShadowRoot;
  /** Puts it over the page, again if need be. */
  place(): void;
  remove(): void;
}

/** Puts a layer over the page, in its own style. */
export function mountLayer(page: Document, style: string, drawings: readonly Drawing[]): Layer {
  // Made in a document that knows no elements of the page's own: one that the page defines under this name would open the closed root to it.
  const host = page.implementation.createHTMLDocument('').createElement(TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new (page.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(style);
  root.append(...drawings.map(draw));
  // Keys typed in it do not reach the CRM's shortcuts.
  for (const type of ['keydown', 'keyup', 'keypress']) host.addEventListener(type, (event) => event.stopPropagation());
  const place = (): void => {
    page.documentElement.append(host);
    root.adoptedStyleSheets = [sheet];
  };
  place();
  return { host, root, place, remove: () => host.remove() };
}

/** The events that tell which characters are typed or pasted. All of them leave a shadow root. */
const TYPING = 'keydown keypress keyup beforeinput input textInput paste compositionstart compositionupdate compositionend'.split(' ');

/** Keeps what is typed in our layers from the page's own listeners. Only works when it comes before them. */
export function hush(scope: Window): void {
  const hear = (event: Event): void => {
    // Named keys say nothing, and our own handlers wait for them.
    const isNamed = event instanceof KeyboardEvent && event.key.length > 1;
    if (!isNamed && event.target instanceof Element && event.target.localName === TAG) event.stopImmediatePropagation();
  };
  for (const type of TYPING) scope.addEventListener(type, hear, true);
}
