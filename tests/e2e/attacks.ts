/** What a hostile page does to the guard while the rep decides. Each runs in the page's own world, as its own scripts would. */

export interface Attack {
  name: string;
  run: (given: string) => void;
  /** What `run` is given. */
  given?: string;
  /**
   * What comes of it. `counts`: the guard is on top and in sight again, and the rep's word is taken. `refused`: going on is not taken, and the guard
   * says why; going back is. `released`: the rep cannot be asked any more, so that the save goes, and the miss is told.
   */
  then: 'counts' | 'refused' | 'released';
}

/** Styles the page's root. */
function styled(css: string): Pick<Attack, 'run' | 'given'> {
  return { run: (each) => void (document.documentElement.style.cssText = each), given: css };
}

/** On the page's root: the guard stands in the browser's top layer, which nothing of it reaches. */
const roots: readonly Attack[] = [
  'opacity: 0.01',
  'transform: translateX(900px) scale(0.1)',
  'filter: opacity(0.01)',
  'clip-path: inset(50%)',
  'mask: linear-gradient(transparent, transparent)',
  'visibility: hidden; pointer-events: none',
  'contain: strict; overflow: hidden; height: 1px',
].map((css) => ({ name: `the page with ${css}`, ...styled(css), then: 'counts' }));

export const attacks: readonly Attack[] = [
  ...roots,
  { name: 'the page zoomed out until nobody can read', ...styled('zoom: 0.05'), then: 'refused' },
  { name: 'a page that is not drawn at all', ...styled('display: none'), then: 'released' },
  {
    name: 'styles for our element',
    run: () => {
      const hidden = 'display: none; opacity: 0; transform: scale(0.01); filter: blur(9px); clip-path: inset(50%); visibility: hidden;';
      const placed =
        'pointer-events: none; zoom: 0.1; contain: strict; position: absolute; inset: 9999px; content-visibility: hidden; width: 0;';
      const sheet = document.createElement('style');
      sheet.textContent = `handrail-layer { ${(hidden + placed).replaceAll(';', ' !important;')} --hr-text: transparent; --hr-bg: red }`;
      document.head.append(sheet);
      const layer = document.querySelector('handrail-layer');
      if (layer instanceof HTMLElement) Object.assign(layer, { hidden: true, popover: 'manual', style: `${hidden}${placed}` });
    },
    then: 'counts',
  },
  {
    name: 'a backdrop of the page’s own',
    run: () => {
      const sheet = document.createElement('style');
      sheet.textContent = 'dialog::backdrop, ::backdrop { background: white !important; z-index: 2147483647 !important }';
      document.head.append(sheet);
    },
    then: 'counts',
  },
  {
    name: 'everything inert',
    run: () => {
      document.documentElement.inert = true;
      for (const layer of document.querySelectorAll<HTMLElement>('handrail-layer')) layer.inert = true;
    },
    then: 'counts',
  },
  {
    name: 'a fixed element over everything',
    run: () => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
      document.documentElement.append(cover);
    },
    then: 'counts',
  },
  {
    name: 'a popover over the guard, once, as a toast would be',
    run: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none';
      document.body.append(cover);
      cover.showPopover();
    },
    then: 'counts',
  },
  {
    name: 'a popover over the guard that comes back for as long as it can',
    run: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; opacity: 0.01; pointer-events: none';
      document.body.append(cover);
      setInterval(() => {
        cover.hidePopover();
        cover.showPopover();
      }, 30);
    },
    then: 'refused',
  },
  {
    name: 'a modal dialog over the guard, once, as a session that ends would show',
    run: () => {
      const cover = document.createElement('dialog');
      document.body.append(cover);
      cover.showModal();
    },
    then: 'counts',
  },
  {
    name: 'a modal dialog over the guard that comes back for as long as it can',
    run: () => {
      const cover = document.createElement('dialog');
      cover.style.cssText = 'width: 100vw; height: 100vh';
      document.body.append(cover);
      cover.addEventListener('cancel', (event) => event.preventDefault());
      setInterval(() => {
        cover.close();
        cover.showModal();
      }, 30);
    },
    then: 'released',
  },
  {
    name: 'our element removed, once',
    run: () => document.querySelectorAll('handrail-layer').forEach((layer) => layer.remove()),
    then: 'counts',
  },
  {
    name: 'our element moved to where nobody sees it',
    run: () => {
      const attic = document.body.appendChild(document.createElement('div'));
      attic.style.cssText = 'display: none';
      attic.append(...document.querySelectorAll('handrail-layer'));
    },
    then: 'counts',
  },
  {
    name: 'our element removed for as long as it comes back',
    run: () => void setInterval(() => document.querySelectorAll('handrail-layer').forEach((layer) => layer.remove()), 20),
    then: 'released',
  },
  {
    name: 'clicks and keys of a script’s own',
    run: () => {
      for (const layer of document.querySelectorAll<HTMLElement>('handrail-layer')) {
        layer.click();
        for (const type of ['click', 'cancel', 'close', 'submit', 'pointerdown', 'pointerup', 'mouseup'])
          layer.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
      for (const key of ['Escape', 'Enter', ' ', 'Tab']) {
        const init = { key, code: key, bubbles: true, composed: true };
        for (const type of ['keydown', 'keypress', 'keyup']) document.activeElement?.dispatchEvent(new KeyboardEvent(type, init));
      }
      document.elementsFromPoint(innerWidth / 2, innerHeight / 2).forEach((element) => (element as HTMLElement).click());
      history.pushState({}, '');
    },
    then: 'counts',
  },
  {
    name: 'the functions of the page’s world replaced while the save is held',
    run: () => {
      const nothing = () => undefined;
      const broken = () => {
        throw new Error('broken by the page');
      };
      Object.assign(Element.prototype, { attachShadow: broken });
      Object.assign(HTMLDialogElement.prototype, { showModal: nothing, show: nothing });
      Object.assign(EventTarget.prototype, { removeEventListener: nothing });
      Object.assign(IntersectionObserver.prototype, { observe: nothing });
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
    },
    then: 'counts',
  },
];
