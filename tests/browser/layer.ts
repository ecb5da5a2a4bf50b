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
  shadowRootType?: 'user-agent' | 'open' | 'closed';
  contentDocument?: Node;
}

/** A node and all that is in it, without what is hidden by the attribute of that name, and what the browser makes a control of. */
function* walk(node: Node): Generator<Node> {
  if (attribute(node, 'hidden') !== undefined || node.shadowRootType === 'user-agent') return;
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
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Far more than anything takes: two browsers share a small machine. In milliseconds. */
const SETTLE_MS = 15_000;

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
  goOn(reason: string, note: string, way?: string): Promise<void>;
  /** Presses the way to the field of a gap. */
  takeMeThere(gap: string): Promise<void>;
  /** Stands for a gap that cannot be seen, or does no more. */
  confirm(gap: string): Promise<void>;
  /** Says that a rule does not fit, in a few words. */
  wrongHere(gap: string, comment: string): Promise<void>;
  /** Folds or unfolds a record of several. */
  unfold(record: string): Promise<void>;
  /** The ways on that the guard offers, from left to right. */
  ways(): Promise<string[]>;
  /** Where the button, link or label that carries `name` has its middle. */
  middleOf(name: string): Promise<{ x: number; y: number }>;
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
    return (await layers()).map(textOf).join(' ').trim();
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

  async function middle({ backendNodeId }: Node): Promise<{ x: number; y: number }> {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }

  async function clickOn(node: Node): Promise<void> {
    const { x, y } = await middle(node);
    await page.mouse.click(x, y);
  }

  const named = (name: string) => (each: Node) =>
    ['BUTTON', 'A'].includes(each.nodeName) && (textOf(each) === name || attribute(each, 'aria-label') === name);

  async function buttonOf(name: string): Promise<Node> {
    return until(async () => (await nodes()).find(named(name)), `No button "${name}"`, 5000);
  }

  /** The row of a gap. */
  async function rowOf(gap: string): Promise<Node> {
    const find = async () => (await nodes()).find((each) => each.nodeName === 'LI' && textOf(each).includes(gap));
    return until(find, `No gap "${gap}"`, 5000);
  }

  async function pressIn(row: Node, name: RegExp): Promise<void> {
    const button = [...walk(row)].find((each) => each.nodeName === 'BUTTON' && name.test(textOf(each)));
    if (!button) throw new Error(`There is no ${String(name)} in: ${textOf(row)}`);
    await clickOn(button);
  }

  const layer: Layer = {
    text,
    rings: async () => (await nodes()).filter((node) => attribute(node, 'class') === 'ring').length,
    says: (part, timeout = SETTLE_MS) =>
      until(
        async () => {
          const now = await text();
          return (typeof part === 'string' ? now.includes(part) : part.test(now)) ? now : undefined;
        },
        `The overlay does not say ${String(part)}`,
        timeout,
      ),
    gone: async (timeout = SETTLE_MS) => {
      await until(
        async () => ((await layers()).some((layer) => [...walk(layer)].some((node) => node.nodeName === 'DIALOG')) ? undefined : true),
        'The guard is still there',
        timeout,
      );
    },
    press: async (name) => clickOn(await buttonOf(name)),
    middleOf: async (name) => middle(await buttonOf(name)),
    takeMeThere: async (gap) => pressIn(await rowOf(gap), /^Take me there$/),
    confirm: async (gap) => pressIn(await rowOf(gap), /^(I confirm it|Confirmed by you)$/),
    wrongHere: async (gap, comment) => {
      await pressIn(await rowOf(gap), /^Wrong here\?$/);
      await page.keyboard.type(comment);
      await pressIn(await rowOf(gap), /^Send$/);
    },
    unfold: async (record) => {
      const find = async () => (await nodes()).find((each) => each.nodeName === 'SUMMARY' && textOf(each).includes(record));
      await clickOn(await until(find, `No record "${record}"`, 5000));
    },
    ways: async () => {
      const footer = (await nodes()).find((each) => each.nodeName === 'FOOTER');
      return footer ? [...walk(footer)].filter((each) => each.nodeName === 'BUTTON').map(textOf) : [];
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
    goOn: async (reason, note, way = 'Go on with this reason') => {
      await layer.choose(reason);
      await layer.type('Note', note);
      await layer.press(way);
    },
  };
  return layer;
}
