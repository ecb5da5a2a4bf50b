import { describe, expect, it } from 'vitest';
import { heed, inForce, UNTOLD, type PolicyKey } from '../../../lib/policy-rules';
import { managedSchema, policyKeys, policySchema } from '../../../lib/policy-schema';

const OPEN = policySchema.parse({});

const KEY = 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE';

/** Of each rule: a value that rules something, and values that are none. */
const values: Record<PolicyKey, { set: unknown; malformed: unknown[] }> = {
  readAtMove: { set: false, malformed: ['no', 0, null] },
  guard: { set: false, malformed: ['off', 0, null] },
  handle: { set: 'off', malformed: ['sometimes', false, null] },
  choosePacks: { set: false, malformed: ['no', 0, null] },
  requireSigned: { set: true, malformed: ['yes', 1, null] },
  organisation: { set: 'Acme', malformed: [7, 'x'.repeat(201), null] },
  trustedKeys: {
    set: [{ key: KEY, publisher: 'Acme' }],
    malformed: [
      { key: KEY, publisher: 'Acme' },
      [
        { key: KEY, publisher: 'Acme' },
        { key: 'short', publisher: 'Acme' },
      ],
      [{ key: KEY }],
      [{ key: 'A'.repeat(43), publisher: 'a placeholder' }],
    ],
  },
  revokedKeys: { set: [KEY], malformed: [KEY, [KEY, 'short'], [7]] },
  subscriptions: {
    set: [{ url: 'https://packs.acme.example/company.handrail', layer: 'company' }],
    malformed: [
      'https://packs.acme.example/company.handrail',
      [{ url: 'https://packs.acme.example/company.handrail' }, { url: 'http://packs.acme.example/team.handrail' }],
      [{ url: 'https://packs.acme.example/company.handrail', layer: 'personal' }],
    ],
  },
  privateAddresses: { set: true, malformed: ['yes', 1, null] },
  roles: { set: ['ae'], malformed: ['ae', ['ae', 7], ['']] },
  groups: { set: ['pilot'], malformed: ['pilot', [null]] },
};

describe.each(policyKeys)('the rule %s', (key) => {
  const { set, malformed } = values[key];
  const before = { [key]: set };

  it('counts as it is told', () => {
    const { rules, problems } = heed({ [key]: set }, {});
    expect(problems).toEqual([]);
    expect(inForce(rules)).toEqual({ ...OPEN, [key]: set });
  });

  it.each(malformed.map((value) => [value]))('stays where it is told as %j, and that is said', (value) => {
    const { rules, problems } = heed({ [key]: value }, before);
    expect(problems).toEqual([{ key, why: 'malformed' }]);
    expect(inForce(rules)[key]).toEqual(set);
  });

  it('stays where it is not told any more, however often, and that is said', () => {
    const once = heed({}, before);
    const twice = heed({}, once.rules);
    expect(twice).toEqual({ rules: before, problems: [{ key, why: 'missing' }] });
  });

  it('is lifted by the value that rules nothing; from then on it need not be told', () => {
    const lifted = heed({ [key]: OPEN[key] }, before);
    expect(lifted).toEqual({ rules: { [key]: OPEN[key] }, problems: [] });
    expect(heed({}, lifted.rules)).toEqual({ rules: {}, problems: [] });
  });

  it('where it was malformed from the start, counts as before the policy was told', () => {
    const { rules, problems } = heed({ [key]: malformed[0] }, {});
    expect(problems).toEqual([{ key, why: 'malformed' }]);
    expect(inForce(rules)[key]).toEqual(UNTOLD[key]);
  });

  it('is not loosened by what is kept being unusable', () => {
    expect(inForce({ [key]: malformed[0] })[key]).toEqual(UNTOLD[key]);
  });
});

it('rules that are set stay beside one that cannot be read', () => {
  const told = { readAtMove: 'no', guard: false };
  expect(heed(told, { readAtMove: false, handle: 'on' })).toEqual({
    rules: { readAtMove: false, guard: false, handle: 'on' },
    problems: [
      { key: 'readAtMove', why: 'malformed' },
      { key: 'handle', why: 'missing' },
    ],
  });
});

it.each([
  ['nothing is read from the CRM', 'readAtMove', false],
  ['stage changes are held', 'guard', true],
  ['nobody adds a pack', 'choosePacks', false],
  ['no unsigned pack is taken', 'requireSigned', true],
  ['no address inside the network is fetched', 'privateAddresses', false],
] as const)('before the policy is told, %s', (_what, key, value) => {
  expect(UNTOLD[key]).toBe(value);
});

it.each(['__proto__', 'constructor', 'toString'])('a key %s is no rule', (key) => {
  const told = JSON.parse(`{"${key}": {"guard": false}}`) as Record<string, unknown>;
  expect(heed(told, {})).toEqual({ rules: {}, problems: [] });
});

describe('the schema for the browser', () => {
  const schema = managedSchema();

  it('has nothing in it for which a browser refuses the extension', () => {
    expect(JSON.stringify(schema)).not.toMatch(/anyOf|oneOf|allOf|additionalProperties|\$ref|\$schema/);
    expect(schema).not.toHaveProperty('required');
  });

  it('describes every rule, with a default that rules nothing', () => {
    const described = Object.fromEntries(
      policyKeys.map((key) => [
        key,
        expect.objectContaining({ description: expect.stringMatching(/\.$/) as string, default: OPEN[key] }) as object,
      ]),
    );
    expect(schema).toEqual({ type: 'object', properties: described });
  });
});
