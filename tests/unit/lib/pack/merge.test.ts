/** Templates with the record's values in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownValue } from '../../../../lib/criteria/facts';
import { type Filling, mergeTemplate } from '../../../../lib/pack/merge';
import type { PackField } from '../../../../lib/pack/schema';
import { valueWords } from '../../../../lib/pack/value-words';

const field = (id: string, label: string, type: PackField['type'], more: Partial<PackField> = {}): PackField => ({
  id,
  label,
  type,
  in: {},
  ...more,
});
const FIELDS = [
  field('amount', 'Amount', 'currency'),
  field('seats', 'Seats', 'number'),
  field('discount', 'Discount', 'percent'),
  field('close-date', 'Close date', 'date'),
  field('next-call', 'Next call', 'datetime'),
  field('next-step', 'Next step', 'text'),
  field('budget', 'Budget confirmed', 'boolean'),
  field('source', 'Lead source', 'picklist', { values: [{ id: 'fair', label: 'Trade fair', in: { hubspot: ['OFFLINE_FAIR'] } }] }),
  field('products', 'Products', 'multi-picklist'),
  field('owner', 'Owner', 'reference'),
];
const fieldById = new Map(FIELDS.map((each) => [each.id, each]));

const known = (value: KnownValue['value'], label?: string): KnownValue => ({ value, source: 'wire', at: 1, ...(label && { label }) });
const filling = (readings: Filling['readings'], more: Partial<Filling> = {}): Filling => ({
  name: 'Northwind Traders',
  readings,
  fieldById,
  language: 'en',
  timeZone: 'Europe/Berlin',
  ...more,
});
const body = (text: string, readings: Filling['readings'] = {}, more: Partial<Filling> = {}) =>
  mergeTemplate({ body: text }, filling(readings, more));
const long = `${'A very long next step. '.repeat(20)}End`;

describe('a merge field', () => {
  it.each<[string, KnownValue, string]>([
    ['amount', known(60_000), '60,000'],
    ['amount', known(60_000.5), '60,000.50'],
    ['seats', known(0), '0'],
    ['discount', known(12.5), '12.5 %'],
    ['close-date', known('2027-02-01'), 'Feb 1, 2027'],
    ['next-call', known('2026-11-23T08:30:00Z'), 'Nov 23, 2026, 9:30 AM'],
    ['close-date', known('in spring'), 'in spring'],
    ['next-step', known('Demo on Friday'), 'Demo on Friday'],
    ['next-step', known(long), long],
    ['budget', known(false), 'no'],
    ['source', known('OFFLINE_FAIR'), 'Trade fair'],
    ['source', known('OFFLINE_FAIR', 'Messe'), 'Messe'],
    ['products', known(['Core', 'Plus']), 'Core, Plus'],
    ['owner', known('005A', 'Maria Ortiz'), 'Maria Ortiz'],
  ])('%s of %o reads as people write it', (id, value, words) => {
    const said = body(`<{{${id}}}>`, { [id]: value });
    expect(said.body.replaceAll('\u202f', ' ')).toBe(`<${words}>`);
    expect(said.blanks).toEqual([]);
  });

  it('writes numbers and dates as the pack’s language does', () => {
    const readings = { amount: known(60_000), 'close-date': known('2027-02-01') };
    expect(body('{{amount}}, {{close-date}}', readings, { language: 'de' }).body).toBe('60.000, 01.02.2027');
    expect(body('{{amount}}', readings, { language: 'en-a1-x' }).body).toBe('60,000');
  });

  it.each<[string, Filling['readings']]>([
    ['cannot be seen', {}],
    ['is empty', { amount: known(null) }],
    ['is blank', { amount: known('  ') }],
    ['is an empty list', { amount: known([]) }],
    ['cannot be read', { amount: known(NaN) }],
  ])('that %s stays as a blank, counted once', (_why, readings) => {
    expect(body('{{amount}} and {{amount}}', readings)).toEqual({ body: '[Amount] and [Amount]', blanks: ['Amount'] });
  });

  it('for the record is its name, or a blank', () => {
    expect(body('About {{record}}').body).toBe('About Northwind Traders');
    expect(body('About {{record}}', {}, { name: null })).toEqual({ body: 'About [Record name]', blanks: ['Record name'] });
  });

  it.each(['constructor', 'nobody-knows'])('that no field is called stays as a blank: %s', (id) => {
    expect(body(`{{${id}}}`)).toEqual({ body: `[${id}]`, blanks: [id] });
  });
});

describe('a template', () => {
  it('has its subject filled too, and only where it has one', () => {
    const merged = mergeTemplate({ subject: 'About {{record}}, {{amount}}', body: '{{seats}} {{amount}}' }, filling({ seats: known(3) }));
    expect(merged).toEqual({ subject: 'About Northwind Traders, [Amount]', body: '3 [Amount]', blanks: ['Amount'] });
    expect(body('x')).not.toHaveProperty('subject');
  });

  it('takes a value as text, never as a pattern or as more merge fields', () => {
    expect(body('{{next-step}}!', { 'next-step': known('$& $1 {{record}}') }).body).toBe('$& $1 {{record}}!');
  });

  it.each(['{{ amount }}', '{amount}', '{{Amount}}', '{{amount', '{{}}'])('leaves alone what is no merge field: %s', (text) => {
    expect(body(text, { amount: known(1) })).toEqual({ body: text, blanks: [] });
  });

  it('can be filled from anything without a fault', () => {
    const text = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('{{', '}}', ...FIELDS.map(({ id }) => `{{${id}}}`))))
      .map((parts) => parts.join(''));
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
    fc.assert(
      fc.property(
        text,
        fc.dictionary(
          fc.constantFrom(...fieldById.keys()),
          value.map((one) => known(one)),
        ),
        fc.string(),
        (given, readings, language) => {
          const merged = body(given, readings, { language });
          expect(typeof merged.body).toBe('string');
        },
      ),
    );
  });
});

it('a value that is not there has no words', () => {
  expect(valueWords(undefined, FIELDS[0]!, { language: 'en', timeZone: 'UTC' })).toBeNull();
});
