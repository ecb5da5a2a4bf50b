/** Reaches our closed shadow roots the way a person does: reads what is shown, clicks where it is, types keys. No test-only hook. */
import type { CDPSession, Page } from 'playwright-core';

interface Node {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])])
    yield* walk(child);
}

function attribute(node: Node, name: string): string | undefined {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at < 0 ? undefined : node.attributes?.[at + 1];
}

function textOf(node: Node): string {
  return [...walk(node)]
    .filter((each) => each.nodeName === '#text')
    .map((each) => each.nodeValue)
    .join(' ');
}

export interface Layer {
  /** Everything the overlays say, as one string; '' when none is shown. */
  text(): Promise<string>;
  /** Waits until the overlays say `part`. */
  says(part: string | RegExp, timeout?: number): Promise<string>;
  /** Waits until no guard is shown. */
  gone(timeout?: number): Promise<void>;
  /** A trusted click on the button, link or label that carries `name`. */
  press(name: string): Promise<void>;
  /** Chooses an option of the only list, by keyboard. */
  choose(option: string): Promise<void>;
  /** Types into the field with that label. */
  type(label: string, text: string): Promise<void>;
  /** Goes on against the verdict: gives a reason and a note, and says so. */
  goOn(reason: string, note: string): Promise<void>;
  /** The number of rings around fields. */
  rings(): Promise<number>;
}

async function sessionOf(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

export async function layerOf(page: Page): Promise<Layer> {
  const session = await sessionOf(page);

  async function layers(): Promise<Node[]> {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return [...walk(root as Node)].filter((node) => node.nodeName === 'HANDRAIL-LAYER');
  }

  async function text(): Promise<string> {
    return (await layers()).map(textOf).join(' ').replace(/\s+/g, ' ').trim();
  }

  async function until<T>(look: () => Promise<T | undefined>, what: string, timeout: number): Promise<T> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`${what}. Shown: "${await text()}"`);
      await new Promise((done) => setTimeout(done, 25));
    }
  }

  async function nodes(): Promise<Node[]> {
    return (await layers()).flatMap((layer) => [...walk(layer)]);
  }

  async function clickOn(node: Node): Promise<void> {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  const layer: Layer = {
    text,
    rings: async () => (await nodes()).filter((node) => attribute(node, 'class') === 'ring').length,
    says: (part, timeout = 5000) =>
      until(
        async () => {
          const now = await text();
          return (typeof part === 'string' ? now.includes(part) : part.test(now)) ? now : undefined;
        },
        `The overlay does not say ${String(part)}`,
        timeout,
      ),
    gone: async (timeout = 5000) => {
      await until(
        async () => ((await layers()).some((layer) => [...walk(layer)].some((node) => node.nodeName === 'DIALOG')) ? undefined : true),
        'The guard is still there',
        timeout,
      );
    },
    press: async (name) => {
      const named = (each: Node) => textOf(each).replace(/\s+/g, ' ').trim() === name || attribute(each, 'aria-label') === name;
      const find = async () => (await nodes()).find((each) => ['BUTTON', 'A'].includes(each.nodeName) && named(each));
      await clickOn(await until(find, `No button "${name}"`, 5000));
    },
    choose: async (option) => {
      const list = (await nodes()).find((each) => each.nodeName === 'SELECT');
      if (!list) throw new Error('There is no list to choose from.');
      await session.send('DOM.focus', { backendNodeId: list.backendNodeId });
      await page.keyboard.type(option, { delay: 5 });
    },
    type: async (label, text) => {
      const all = await nodes();
      const id = attribute(all.find((each) => each.nodeName === 'LABEL' && textOf(each) === label) ?? all[0] ?? ({} as Node), 'for');
      const field = all.find((each) => attribute(each, 'id') === id);
      if (!field) throw new Error(`No field "${label}"`);
      await clickOn(field);
      await page.keyboard.type(text);
    },
    goOn: async (reason, note) => {
      await layer.choose(reason);
      await layer.type('Note', note);
      await layer.press('Go on with this reason');
    },
  };
  return layer;
}
