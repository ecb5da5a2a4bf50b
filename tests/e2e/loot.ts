/** A hostile script at the top of the page's own code: it replaces whatever it can, and keeps what it can lay its hands on in `window.loot`. */

export interface Loot {
  /** What only the pack, the rep or our scripts know of, and by which way it came. */
  secrets: string[];
  /** Roots of ours that could be opened. */
  roots: number;
  /** What came over lines that the page forged. */
  forged: string[];
  /** The characters that were typed in elements of ours. */
  typed: string;
}

/** Runs in the page, as text: it can use nothing from outside. */
export function hostile(): void {
  const loot: Loot = { secrets: [], roots: 0, forged: [], typed: '' };
  Object.assign(window, { loot });
  const SECRET =
    /MEDDICC|open before|Between us|My manager agreed|Not for renewals|metrics-known|"say":"(hold|ack|asking|beat|seen|watch)"/;
  const { stringify } = JSON;
  const { slice } = Array.prototype;
  let busy = false;
  const sniff = (from: string, what: unknown): void => {
    if (busy) return;
    busy = true;
    try {
      const text = typeof what === 'string' ? what : String(stringify(what));
      const [found] = SECRET.exec(text) ?? [];
      if (found) loot.secrets.push(`${from}: ${found}`);
    } catch {
      // What cannot be read is no loot.
    }
    busy = false;
  };

  // Every way in which two worlds could talk.
  for (const type of ['handrail', 'message'])
    window.addEventListener(type, (event) => sniff(`event ${type}`, (event as MessageEvent).data ?? 'seen'), true);
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
    sniff('port out', args[0]);
    Reflect.apply(postMessage, this, args);
  } as typeof postMessage;
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get() {
      const value = data?.get?.call(this) as unknown;
      sniff('port in', value);
      return value;
    },
  });
  const { then } = Promise.prototype;
  Promise.prototype.then = function (this: Promise<unknown>, done, failed) {
    const hear = (value: unknown): unknown => {
      sniff('promise', value);
      return done ? (done as (value: unknown) => unknown)(value) : value;
    };
    return then.call(this, hear, failed);
  } as typeof then;
  // Every list, map and event that passes through the page's world.
  for (const name of ['map', 'filter', 'some', 'find', 'flatMap', 'includes', 'forEach', 'join'] as const) {
    const native = Array.prototype[name] as (...args: unknown[]) => unknown;
    Object.defineProperty(Array.prototype, name, {
      configurable: true,
      writable: true,
      value(this: unknown[], ...args: unknown[]) {
        if (!busy && this.length < 40) sniff(`array ${name}`, slice.call(this));
        return native.apply(this, args);
      },
    });
  }
  for (const kind of [Map.prototype, WeakMap.prototype] as const) {
    const { set } = kind as Map<unknown, unknown>;
    kind.set = function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
      sniff('map', value);
      return set.call(this, key, value);
    } as never;
  }
  const { parse } = JSON;
  JSON.parse = (text: string, ...rest: []) => {
    sniff('json', text);
    return parse(text, ...rest) as unknown;
  };

  // Elements of ours: made by us, found by the page, or of a kind that the page defined first.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    if (this.localName === 'handrail-layer') loot.roots++;
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
  const internals: ElementInternals[] = [];
  customElements.define(
    'handrail-layer',
    class extends HTMLElement {
      constructor() {
        super();
        internals.push(this.attachInternals());
      }
    },
  );
  setInterval(() => {
    loot.roots += internals.filter(({ shadowRoot }) => shadowRoot).length;
    loot.roots += [...document.querySelectorAll('handrail-layer')].filter(({ shadowRoot }) => shadowRoot).length;
  }, 100);

  // What is typed, wherever it can be heard.
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'compositionupdate', 'paste'])
    for (const where of [window, document, document.documentElement])
      where.addEventListener(
        type,
        (event) => {
          const { target, key = '', data: text = '' } = event as KeyboardEvent & InputEvent;
          if ((target as Element).localName !== 'handrail-layer') return;
          loot.typed += text ?? '';
          if (key.length === 1) loot.typed += key;
        },
        true,
      );

  // A second handshake, and decisions on a port of the page's own.
  const channel = new MessageChannel();
  channel.port1.onmessage = (event: MessageEvent) => loot.forged.push(stringify(event.data));
  window.dispatchEvent(new MessageEvent('handrail', { ports: [channel.port2] }));
  for (let id = 1; id < 50; id++) {
    postMessage.call(channel.port1, { say: 'settle', id });
    window.postMessage({ say: 'settle', id }, '*');
  }
}
