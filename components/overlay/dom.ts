/** Plain DOM for the overlays: elements in a closed shadow root, so that the page's styles and scripts stay outside. */
import overlayStyles from './overlay.css?inline';
import tokens from '../ui/tokens.css?inline';

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | boolean | null | undefined>;

/** `h('button', {class: 'x', disabled: true}, 'Go back')`. Falsy children and attributes are left out. Text is always text. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Runs `action` for a person's own click only: a script's synthetic click decides nothing. */
export function onPress(button: HTMLElement, action: () => void): void {
  button.addEventListener('click', (event) => {
    if (event.isTrusted) action();
  });
}

export interface Layer {
  root: ShadowRoot;
  remove(): void;
}

/** Puts an empty layer over the page. Keys typed in it do not reach the CRM's shortcuts. */
export function mountLayer(page: Document): Layer {
  const host = page.createElement('handrail-layer');
  const root = host.attachShadow({ mode: 'closed' });
  const view = page.defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(tokens + overlayStyles);
  root.adoptedStyleSheets = [sheet];
  for (const type of ['keydown', 'keyup', 'keypress'] as const) host.addEventListener(type, (event) => event.stopPropagation());
  page.documentElement.append(host);
  return { root, remove: () => host.remove() };
}
