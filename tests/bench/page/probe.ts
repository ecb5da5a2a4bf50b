/** A look at the gate from outside: put into the page before any extension's script, so that the gate itself takes what is here for native. */

interface Probe {
  /** The real natives, which the gate never saw. */
  open: XMLHttpRequest['open'];
  send: XMLHttpRequest['send'];
  fetch: typeof fetch;
  /** Called instead of the network, with the time, when one of these requests is really sent. */
  caught: WeakMap<XMLHttpRequest, (at: number) => void>;
  /** What the gate said to the watcher: the `say` of each message that left the MAIN world. */
  said: string[];
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** @param catches whether `send` can be caught; without, the gate wraps the real native, as it does for people. Runs in the page. */
export function installProbe(catches: boolean): void {
  const { open, send } = XMLHttpRequest.prototype;
  const { postMessage } = MessagePort.prototype;
  const bench: Probe = { open, send, fetch: window.fetch, caught: new WeakMap(), said: [] };
  window.bench = bench;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]) {
    const [said] = message;
    if (typeof said === 'object' && said !== null && 'say' in said) bench.said.push(String(said.say));
    Reflect.apply(postMessage, this, message);
  };
  if (!catches) return;
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, ...body: unknown[]) {
    const caught = bench.caught.get(this);
    if (caught) caught(performance.now());
    else Reflect.apply(send, this, body);
  };
}
