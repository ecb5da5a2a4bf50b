/** JSON text to data, with what JSON.parse keeps to itself: keys that are given twice, and where a text goes wrong. */
import { deepest, encodingProblem, tooDeep } from './limits';
import { type Found, lineAndColumn, packError } from './problems';

/** An object or list that is open at some point of the text. `keys` is null for a list. */
interface Frame {
  keys: Set<string> | null;
  at: string | number;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const plainValue = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Throws PackError for text that is no UTF-8 or no JSON, is nested too deeply or gives a key twice. */
export function readJson(text: string): unknown {
  const broken = encodingProblem(text);
  if (broken) throw packError([broken], null);
  const found = new Scan(text).run();
  const data = parse(text);
  if (found.length > 0) throw packError(found, data);
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw packError([{ path: [], message: 'is not valid JSON: a text in it holds a line break, or a backslash that means nothing' }], null);
  }
}

/** One pass over the text before JSON.parse builds anything of it, with a stack of its own: the text decides how deep it goes. */
class Scan {
  private readonly found: Found[] = [];
  private readonly open: Frame[] = [];
  private expected: Expected = 'value';

  constructor(private readonly text: string) {}

  /** The keys that are given twice. Throws PackError where the text is no JSON. */
  run(): Found[] {
    let at = 0;
    while (at < this.text.length) at = this.token(at);
    if (this.open.length > 0 || this.expected !== 'comma-or-end') this.fail(this.text.length);
    return this.found;
  }

  /** Takes one token; the position after it. */
  private token(at: number): number {
    const letter = this.text[at] ?? '';
    const frame = this.open.at(-1);
    switch (letter) {
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        return at + 1;
      case '"':
        return this.string(at, frame);
      case '{':
      case '[':
        this.value(at);
        if (this.open.length >= deepest) throw packError([{ path: [], message: tooDeep }], null);
        this.open.push(letter === '{' ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
        this.expected = letter === '{' ? 'key-or-end' : 'value-or-end';
        return at + 1;
      case '}':
      case ']':
        this.need(at, frame !== undefined && (frame.keys !== null) === (letter === '}'));
        this.need(at, this.expected === 'comma-or-end' || this.expected === (letter === '}' ? 'key-or-end' : 'value-or-end'));
        this.open.pop();
        this.expected = 'comma-or-end';
        return at + 1;
      case ',':
        this.need(at, frame !== undefined && this.expected === 'comma-or-end');
        if (typeof frame?.at === 'number') frame.at += 1;
        this.expected = frame?.keys ? 'key' : 'value';
        return at + 1;
      case ':':
        this.need(at, this.expected === 'colon');
        this.expected = 'value';
        return at + 1;
      default:
        this.value(at);
        plainValue.lastIndex = at;
        this.need(at, plainValue.test(this.text));
        return plainValue.lastIndex;
    }
  }

  private string(start: number, frame: Frame | undefined): number {
    const end = endOfString(this.text, start);
    this.need(start, end <= this.text.length);
    if (frame?.keys && (this.expected === 'key' || this.expected === 'key-or-end')) {
      const key = unquoted(this.text.slice(start, end));
      if (frame.keys.has(key))
        this.found.push({ path: this.open.slice(0, -1).map((outer) => outer.at), message: `"${key}" is given twice` });
      frame.keys.add(key);
      frame.at = key;
      this.expected = 'colon';
    } else {
      this.value(start);
    }
    return end;
  }

  private value(at: number): void {
    this.need(at, this.expected === 'value' || this.expected === 'value-or-end');
    this.expected = 'comma-or-end';
  }

  private need(at: number, right: boolean): void {
    if (!right) this.fail(at);
  }

  private fail(at: number): never {
    const place = lineAndColumn(this.text, at);
    throw packError([{ path: [], message: `is not valid JSON ${place}: look for a missing comma, quote or bracket just before` }], null);
  }
}

/** The position after the quote that closes the string which opens at `start`; past the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length + 1;
}

/** A key is compared by what it means: an escaped letter is that letter. */
function unquoted(text: string): string {
  try {
    const key: unknown = JSON.parse(text);
    return typeof key === 'string' ? key : text;
  } catch {
    return text;
  }
}
