/** A pack is data from a stranger: what is too big, too deep or crafted is refused, quickly and with a reason. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PackError, parsePack } from '../../../../lib/pack/load';
import { samplePack, spoilt } from './sample';
import { problemsOf } from './problems-of';

const yamlBomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((name, level) => `${name}: &${name} [${`*${'abcdefghi'[level]},`.repeat(10)}]`),
].join('\n');
const tooDeep = 'is nested too deeply: at most 100 levels';

describe('a file is refused before anything is built of it', () => {
  it.each([
    ['an empty file', '', 'the file is empty'],
    ['a file of blanks', ' \n\t ', 'the file is empty'],
    [
      'JSON of 8 million characters and more',
      `{"title":"${'x'.repeat(8_000_000)}"}`,
      'the file is too big: at most 8 million characters of JSON',
    ],
    [
      'YAML of a million characters and more',
      `title: ${'x'.repeat(1_000_000)}`,
      'the file is too big: at most 1 million characters of YAML',
    ],
    ['JSON a million lists deep', '['.repeat(1_000_000), tooDeep],
    ['JSON a million objects deep', '{"a":'.repeat(1_000_000), tooDeep],
    ['YAML with 20,000 lists on one line', `a: ${'['.repeat(20_000)}`, tooDeep],
    ['YAML with lists that quotes seem to close', `a: ${'["]", '.repeat(20_000)}`, tooDeep],
    ['YAML with lists in lists by dashes', `${'- '.repeat(20_000)}x`, tooDeep],
    ['YAML with keys of keys', `${'? '.repeat(20_000)}x`, tooDeep],
    [
      'JSON that breaks off',
      '{"format": 1,',
      'is not valid JSON in line 1, column 14: look for a missing comma, quote or bracket just before',
    ],
    [
      'JSON with a comma too many',
      '{\n  "format": 1,\n}',
      'is not valid JSON in line 3, column 1: look for a missing comma, quote or bracket just before',
    ],
    [
      'JSON with a word that is no value',
      '{"format": nope}',
      'is not valid JSON in line 1, column 12: look for a missing comma, quote or bracket just before',
    ],
    [
      'JSON with the wrong bracket',
      '{"format": [1}',
      'is not valid JSON in line 1, column 14: look for a missing comma, quote or bracket just before',
    ],
    [
      'JSON with something after it',
      '{} {}',
      'is not valid JSON in line 1, column 4: look for a missing comma, quote or bracket just before',
    ],
    [
      'JSON with a line break in a text',
      '{"title": "a\nb"}',
      'is not valid JSON: a text in it holds a line break, or a backslash that means nothing',
    ],
    ['YAML with a tab', 'a:\n\t- b', 'is not valid YAML in line 2, column 1: Tabs are not allowed as indentation'],
    ['YAML with a tag', 'a: !!js/function "x"', 'is not valid YAML in line 1, column 4: tags (a word after !) cannot be used'],
    ['YAML with bytes', 'a: !!binary aGVsbG8=', 'is not valid YAML in line 1, column 4: tags (a word after !) cannot be used'],
    ['YAML of two documents', 'a: 1\n---\nb: 2', 'holds more than one document: remove the lines that are only ---'],
    ['a YAML alias bomb', yamlBomb, 'repeats too much by anchors: write it out, or use fewer than 100 aliases'],
  ])('%s', async (_, text, message) => {
    expect(await problemsOf(text)).toEqual([message]);
  });

  it.each([
    ['JSON', `{"title":"${'x'.repeat(64_000_000)}"}`, 'the file is too big: at most 8 million characters of JSON'],
    ['JSON after blanks', `${' '.repeat(64_000_000)}{`, 'the file is too big: at most 8 million characters of JSON'],
    ['brackets', '['.repeat(64_000_000), 'the file is too big: at most 8 million characters of JSON'],
    ['YAML', `title: ${'x'.repeat(64_000_000)}`, 'the file is too big: at most 1 million characters of YAML'],
    ['blanks', ' '.repeat(64_000_000), 'the file is empty'],
  ])('64 MB of %s, which is never parsed', async (_, text, message) => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(await problemsOf(text)).toEqual([message]);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('a YAML anchor that holds itself', async () => {
    expect(await problemsOf('sops: &a\n  - *a')).toEqual([`sops: ${tooDeep}`]);
  });

  it('a YAML anchor that doubles itself', async () => {
    expect(await problemsOf('sops: &a\n  - [*a, *a]\n  - [*a, *a]')).toEqual([`sops: ${tooDeep}`]);
  });
});

describe('keys', () => {
  it.each([
    ['twice in JSON, the second time in disguise', '{"title": "a", "t\\u0069tle": "b"}', '"title" is given twice'],
    ['twice in a list of JSON', '{"sops": [{}, {"title": "Call", "id": "a", "id": "b"}]}', 'sops[1] "Call": "id" is given twice'],
    ['twice in YAML', 'title: a\nid: b\ntitle: c', '"title" is given twice in line 3, column 1'],
    ['__proto__ in JSON', '{"__proto__": {"title": "x"}}', '"__proto__" cannot be used as a key'],
    ['__proto__ in YAML', '__proto__: {title: x}', '"__proto__" cannot be used as a key'],
    ['constructor in a condition', spoilt(['sops', 0, 'exit', 0, 'when'], JSON.parse('{"constructor": {"prototype": 1}}')), undefined],
  ])('%s are refused', async (_, text, message) => {
    const problems = await problemsOf(text);
    if (message === undefined) {
      expect(problems).toEqual([
        'sops[0] "Discovery call" › exit[0] › when: "constructor" cannot be used as a key',
        'sops[0] "Discovery call" › exit[0] › when › constructor: "prototype" cannot be used as a key',
      ]);
    } else {
      expect(problems).toEqual([message]);
    }
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  it('5,000 of them in one YAML map are read as fast as any', async () => {
    const text = `x: {${Array.from({ length: 5_000 }, (_, at) => `k${at}: 1`).join(', ')}}`;
    expect(await problemsOf(text)).toContain('"x" is not known here');
  });
});

describe('numbers', () => {
  const value = ['sops', 0, 'exit', 0, 'when'];
  const file = (number: string) => spoilt(value, { field: 'amount', is: 'above', value: '#' }).replace('"#"', number);
  const outside = 'sops[0] "Discovery call" › exit[0] › when › value: must be a number between -9007199254740991 and 9007199254740991';

  it.each(['1e999', '-1e999', '9007199254740993', '123456789012345678901234567890'])(
    '%s is refused: it would be rounded',
    async (number) => {
      expect(await problemsOf(file(number))).toEqual([outside]);
    },
  );

  it.each(['.inf', '-.inf', '.nan', '0xffffffffffffffff'])('%s is refused in YAML', async (number) => {
    expect(await problemsOf(`title: ${number}`)).toEqual(['title: must be a number between -9007199254740991 and 9007199254740991']);
  });

  it.each(['0', '-0', '0.1', '-12.5e3', '9007199254740991'])('%s is fine', async (number) => {
    expect(await problemsOf(file(number))).toEqual([]);
  });

  it('in quotes are not numbers', async () => {
    expect(await problemsOf(spoilt(['format'], '1'))).toEqual(['format: must be 1, without quotes']);
    expect((await problemsOf(file('"7"'))).join()).toMatch(/ › value: must be a number without quotes/);
  });
});

it('a merge key of YAML is a key like any other, and not known', async () => {
  expect(await problemsOf('x: &a {id: b}\n<<: *a')).toContain('"<<" is not known here');
});

it('a refusal steers no terminal and turns no line round', async () => {
  const [problem] = await problemsOf(spoilt(['\u001B[31mtitle\u202E'], 1));
  expect(problem).toBe(
    'the key "[31mtitle" holds an invisible character that turns the direction of reading (U+202E): take it out, or type the text again',
  );
});

describe('links lead to https and nowhere else', () => {
  const step = 'sops[0] "Discovery call" › phases[0] "On the call" › steps[0] "Ask for the budget"';
  it.each([
    ['a link of a step', ['links'], [{ label: 'x', url: 'javascript:alert(1)' }], `${step} › links[0] › url: must be an https link`],
    [
      'one that only begins well',
      ['links'],
      [{ label: 'x', url: 'https://x" onclick="y' }],
      `${step} › links[0] › url: must be an https link`,
    ],
    ['plain http', ['links'], [{ label: 'x', url: 'http://acme.test' }], `${step} › links[0] › url: must be an https link`],
    ['in Markdown', ['detail'], 'See [this](javascript:alert(1)).', `${step} › detail: must link to https addresses only`],
    [
      'in Markdown with spaces and capitals',
      ['detail'],
      'See [this]( <JavaScript:alert(1)>).',
      `${step} › detail: must link to https addresses only`,
    ],
    [
      'by reference in Markdown',
      ['detail'],
      'See [this].\n\n[this]: data:text/html,x',
      `${step} › detail: must link to https addresses only`,
    ],
    ['an address in angle brackets', ['detail'], 'See <file:///etc/passwd>.', `${step} › detail: must link to https addresses only`],
  ])('%s', async (_, at, value, message) => {
    expect(await problemsOf(spoilt(['sops', 0, 'phases', 0, 'steps', 0, ...at], value))).toEqual([message]);
  });

  it.each(['Price: ask [Ann](https://acme.test/ann).', 'Ratio 3:1 [see note]: fine', 'a < b: c', 'See [the list] (below): all of it'])(
    '%j is fine',
    async (detail) => {
      expect(await problemsOf(spoilt(['sops', 0, 'phases', 0, 'steps', 0, 'detail'], detail))).toEqual([]);
    },
  );
});

it('HTML is kept as the text it is', async () => {
  const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const pack = await parsePack(spoilt(['sops', 0, 'title'], html));
  expect(pack.sops[0]?.title).toBe(html);
});

it('a thousand mistakes are counted, not all told', async () => {
  const sops = Array.from({ length: 1000 }, (_, at) => ({ ...samplePack().sops[0], id: `s-${at}`, phases: [], pipeline: 'nope' }));
  const problems = await problemsOf(spoilt(['sops'], sops));
  expect(problems).toHaveLength(201);
  expect(problems.at(-1)).toBe('and 800 more; mend these first');
});

it('the largest pack that the product promises to be fast with can be loaded', async () => {
  const criterion = (at: number) => ({
    id: `c-${at}`,
    label: `Criterion ${at}`,
    why: 'Because it matters.',
    when: { field: 'budget', is: 'filled' },
    severity: 'warn',
  });
  const exit = Array.from({ length: 20 }, (_, at) => criterion(at));
  const sops = Array.from({ length: 1000 }, (_, at) => ({ ...samplePack().sops[0], id: `s-${at}`, phases: [], exit }));
  expect((await parsePack(spoilt(['sops'], sops))).sops).toHaveLength(1000);
});

it('whatever the text, the answer is a pack or a PackError', async () => {
  const nearlyPacks = fc
    .constant(JSON.stringify(samplePack()))
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(9), fc.string({ maxLength: 6 }))
        .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut)),
    );
  await fc.assert(
    fc.asyncProperty(fc.oneof(nearlyPacks, fc.json(), fc.string()), async (text) => {
      await parsePack(text).catch((error: unknown) => expect(error).toBeInstanceOf(PackError));
    }),
    { numRuns: 300 },
  );
});

it('JSON is taken for JSON exactly when JSON.parse takes it', async () => {
  const nearlyJson = fc
    .json()
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(1), fc.constantFrom('', ',', ':', '"', '{', ']', '1', ' '))
        .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut)),
    );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.json(), nearlyJson).filter((text) => /^\s*[{[]/.test(text)),
      async (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const refusedAsText = (await problemsOf(text)).some((problem) => problem.startsWith('is not valid JSON'));
        expect(refusedAsText).toBe(!isJson);
      },
    ),
    { numRuns: 500 },
  );
});
