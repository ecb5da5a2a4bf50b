/** What a stranger may write into a pack's texts, in every place that has one: it is refused with its place, or stays the plain text it is. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../../lib/pack/localise';
import { parsePack } from '../../../../lib/pack/load';
import { placeInWords } from '../../../../lib/pack/problems';
import { everyKeyWith, packOfEveryKey } from './every-key';
import { problemsOf } from './problems-of';
import { spoilt } from './sample';

/** Prose is Markdown, and has links. */
const proseLength = 4000;
const texts = textsOf(packOfEveryKey()).map(({ path, longest }) => ({
  path,
  place: placeInWords(path, packOfEveryKey()),
  isProse: longest === proseLength,
}));
const prose = texts.filter(({ isProse }) => isProse);

/** A text's title is part of its own place. */
async function problemsWith(path: (typeof texts)[number]['path'], value: unknown): Promise<string[]> {
  return problemsOf(everyKeyWith(path, value));
}

it('the pack of every key has all kinds of texts', () => {
  expect(texts.length).toBeGreaterThan(60);
  expect(prose.length).toBeGreaterThan(20);
});

describe('HTML stays text, in every text of a pack', () => {
  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>'])('%s', async (html) => {
    for (const { path } of texts) {
      const pack: unknown = await parsePack(everyKeyWith(path, html));
      expect(at(pack, path)).toBe(html);
    }
  });
});

describe('a link to anything but https is refused, in every text that is Markdown', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x]( <JavaScript:alert(1)>)',
    '[x](java&#115;cript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](javascript\\:alert(1))',
    '[x](data:text/html,x)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://acme.test/1)',
    '[x](chrome-extension://abc/options.html)',
    '[x](http://acme.test)',
    '![x](http://acme.test/pixel.gif)',
    '[a [x](y](javascript:alert(1))',
    '[x]\n\n[x]: javascript:alert(1)',
    '> [x]: javascript:alert(1)',
    '- [x]: data:text/html,x',
    '[x\\]y]: data:text/html,x',
    '<javascript:alert(1)>',
  ])('%j', async (markdown) => {
    for (const { path } of prose) {
      const expected = `${placeInWords(path, packOfEveryKey())}: must link to https addresses only`;
      expect(await problemsWith(path, markdown)).toEqual([expected]);
      expect(await problemsWith(path, { en: 'fine', de: markdown })).toEqual([expected.replace(': must', ' › de: must')]);
    }
  });

  it('though a text of one line shows it as it is', async () => {
    for (const { path } of texts.filter(({ isProse }) => !isProse))
      expect(await problemsWith(path, '[x](javascript:alert(1))')).toEqual([]);
  });
});

describe('characters that nobody sees are refused, in every text of a pack', () => {
  it.each([
    ['a text turned round', 'Do not \u202Etiaw\u202C', 'an invisible character that turns the direction of reading (U+202E)'],
    ['an embedded direction', '\u202BDo it', 'an invisible character that turns the direction of reading (U+202B)'],
    ['an isolated direction', 'Do \u2066it\u2069', 'an invisible character that turns the direction of reading (U+2066)'],
    ['a space of no width', 'Closed\u200B Won', 'an invisible character (U+200B)'],
    ['a joiner of words', 'Closed\u2060Won', 'an invisible character (U+2060)'],
    ['a mark of byte order', 'Closed\uFEFFWon', 'an invisible character (U+FEFF)'],
    ['a bell', 'Ring \u0007', 'a control character (U+0007)'],
    ['a zero', 'Ring\u0000', 'a control character (U+0000)'],
    ['an escape of a terminal', '\u001B[31mred', 'a control character (U+001B)'],
    ['a control character of the second kind', 'Ring \u0085', 'a control character (U+0085)'],
    ['half of an emoji', 'Ring \uD83D', 'half a character (U+D83D)'],
  ])('%s', async (_, value, what) => {
    for (const { path } of texts) {
      const [problem, ...more] = await problemsWith(path, value);
      expect(problem).toMatch(/: holds /);
      expect(problem?.split(': holds ')[1]).toBe(`${what}: take it out, or type the text again`);
      expect(more).toEqual([]);
    }
  });

  it('and in ids, keys and CRM values as well', async () => {
    expect(await problemsOf(spoilt(['id'], 'sam\u200Bple'))).toEqual([
      'id: holds an invisible character (U+200B): take it out, or type the text again',
    ]);
    expect(await problemsOf(spoilt(['pipelines', 0, 'stages', 3, 'in', 'salesforce'], ['Closed\u200BWon']))).toEqual([
      'pipelines[0] "Sales" › stages[3] "Won" › in › salesforce[0]: holds an invisible character (U+200B): take it out, or type the text again',
    ]);
    expect(await problemsOf(spoilt(['sops', 0, 'exit', 0, 'when'], { 'fi\u202Eeld': 'budget', is: 'filled' }))).toEqual([
      'sops[0] "Discovery call" › exit[0] › when: the key "field" holds an invisible character that turns the direction of reading (U+202E): take it out, or type the text again',
    ]);
  });

  it.each([
    ['Arabic with its marks', 'مرحبا\u200F (Handrail)'],
    ['Hebrew with its marks', 'שלום\u200E!'],
    ['Persian with its joiners', 'می\u200Cخواهم'],
    ['a family', '👩\u200D👩\u200D👧'],
    ['German with a soft hyphen', 'Angebots\u00ADübersicht'],
    ['lines and tabs', 'One\n\tTwo'],
  ])('but %s is fine', async (_, value) => {
    for (const { path } of texts) expect(await problemsWith(path, value)).toEqual([]);
  });
});

describe('a file that is no UTF-8 is refused before it is read', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new TextDecoder().decode(
      new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part))),
    );

  it.each([
    ['JSON in Latin-1', bytes('{\n  "title": "Angebots', [0xfc], 'bersicht"}'), 'line 2, column 21'],
    ['YAML in Latin-1', bytes('title: Gespr', [0xe4], 'ch'), 'line 1, column 13'],
    [
      'UTF-16',
      bytes(
        [0xff, 0xfe],
        [...'{"format":1}'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      ),
      'line 1, column 1',
    ],
  ])('%s', async (_, text, place) => {
    expect(await problemsOf(text)).toEqual([`has a broken character in ${place}: save the file as UTF-8 and try again`]);
  });

  it('but the character itself can be written, as an escape', async () => {
    expect(await problemsOf(spoilt(['title'], 'x').replace('"title":"x"', '"title":"x \\ufffd"'))).toEqual([]);
  });
});

describe('keys that reach into objects are refused as languages, in every text of a pack', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s', async (key) => {
    for (const { path } of texts) {
      const [first, ...more] = await problemsWith(path, JSON.parse(`{"en": "fine", "${key}": "x"}`));
      expect(first).toMatch(new RegExp(`"${key}" cannot be used as a key$`));
      expect(more).toEqual([]);
    }
    expect(Reflect.get({}, 'en')).toBeUndefined();
  });

  it.each(['toString', 'valueOf', 'hasOwnProperty', ''])('%j is no language', async (key) => {
    expect(await problemsOf(spoilt(['title'], { [key]: 'x' }))).toEqual([`title: "${key}" must be a language tag, such as en or pt-BR`]);
  });
});

function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((here, part) => (typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined), data);
}
