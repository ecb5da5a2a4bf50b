/** Screen text and wire values to typed values: what is certain is exact, what is not is undefined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactValue, parseValue } from '../../../../lib/crm/values';
import { fieldTypes } from '../../../../lib/pack/schema';

const locales = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'pt-BR', 'de-CH', 'en-IN', 'ja-JP'];

describe('a number on the screen', () => {
  it.each([
    ['62', 'en-US', 62],
    ['0', 'en-US', 0],
    ['1,234', 'en-US', 1234],
    ['1,234', 'en-GB', 1234],
    ['1,234', 'ja-JP', 1234],
    ['1,234', 'en', 1234],
    ['1,234', 'de-DE', 1.234],
    ['1,234', 'fr-FR', 1.234],
    ['1.234', 'de-DE', 1234],
    ['1.234', 'pt-BR', 1234],
    ['1.234', 'en-US', 1.234],
    ['1.234', 'de-CH', 1.234],
    ['1.234', 'pt_BR', 1234],
    ['1,234.5', 'de-DE', 1234.5],
    ['1.234,5', 'en-US', 1234.5],
    ['1.234.567', 'en-US', 1234567],
    ['12,34,567', 'en-IN', 1234567],
    ['1,23,456.50', 'en-IN', 123456.5],
    ['1’234’567.25', 'de-CH', 1234567.25],
    ["1'234", 'de-CH', 1234],
    ['1\u202f234,5', 'fr-FR', 1234.5],
    ['1\u00a0234\u00a0567', 'fr-FR', 1234567],
    ['0,234', 'en-US', 0.234],
    ['1234,567', 'en-US', 1234.567],
    ['12,5', 'en-US', 12.5],
    ['-5', 'en-US', -5],
    ['\u22125', 'de-DE', -5],
    ['(1,200)', 'en-US', -1200],
    ['１，２３４', 'ja-JP', 1234],
  ])('%s in %s is %d', (text, locale, value) => {
    expect(parseValue(text, 'number', locale)).toBe(value);
  });

  it.each([
    ['', 'en-US'],
    ['   ', 'en-US'],
    ['--', 'en-US'],
    ['none', 'en-US'],
    ['1,234', 'und'],
    ['1,234', 'de-CH'],
    ['1.234', 'fr-FR'],
    ['1,234', 'no such locale'],
    ['12 5', 'en-US'],
    ['1,23,45', 'en-IN'],
    ['1,234,56', 'en-US'],
    ['1.2.3', 'en-US'],
    ['22.11.2026', 'de-DE'],
    ['1.234,567,890', 'en-US'],
    ['1.2K', 'en-US'],
    ['5-10', 'en-US'],
    ['5 of 7', 'en-US'],
    ['10²', 'en-US'],
    ['1e9', 'en-US'],
    ['(5', 'en-US'],
    ['12345678901234567890', 'en-US'],
    ['$5', 'en-US'],
    ['9'.repeat(100), 'en-US'],
  ])('%j in %s is not certain', (text, locale) => {
    expect(parseValue(text, 'number', locale)).toBeUndefined();
  });

  it.each(locales)('is what %s itself writes, or undefined', (locale) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.constantFrom(1, 10, 100, 1000), (whole, divisor) => {
        const number = Number((whole / divisor).toFixed(4));
        expect(parseValue(format.format(number), 'number', locale)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('an amount of money on the screen', () => {
  it.each([
    ['60.000,00 €', 'de-DE', 60000],
    ['60.000,00 €', 'en-US', 60000],
    ['60.000 €', 'de-DE', 60000],
    ['€60,000', 'en-GB', 60000],
    ['$1,234.50', 'en-US', 1234.5],
    ['$62,000', 'en-US', 62000],
    ['US$62,000.00', 'en-GB', 62000],
    ['$62,000.00 USD', 'en-US', 62000],
    ['USD 1,234.50 (EUR 1.100,00)', 'en-US', 1234.5],
    ['EUR 1.100,00 (USD 1,234.50)', 'de-DE', 1100],
    ['1\u202f234,50 €', 'fr-FR', 1234.5],
    ['1 234,50 $US', 'fr-FR', 1234.5],
    ['R$ 1.234,50', 'pt-BR', 1234.5],
    ['CHF 1’234.50', 'de-CH', 1234.5],
    ['₹1,23,456.00', 'en-IN', 123456],
    ['Rs. 1,23,456', 'en-IN', 123456],
    ['￥62,000', 'ja-JP', 62000],
    ['62,000円', 'ja-JP', 62000],
    ['-$5.25', 'en-US', -5.25],
    ['$-5.25', 'en-US', -5.25],
    ['($1,200)', 'en-US', -1200],
    ['$(1,200)', 'en-US', -1200],
    ['(1,200)', 'en-US', -1200],
    ['1 234,50 kr', 'sv-SE', 1234.5],
    ['€ 1.234', 'de-AT', 1234],
    ['62000', 'en-US', 62000],
    ['$0.00', 'en-US', 0],
  ])('%s in %s is %d', (text, locale, value) => {
    expect(parseValue(text, 'currency', locale)).toBe(value);
  });

  it.each([
    ['1.2K', 'en-US'],
    ['€1.2M', 'en-US'],
    ['1.2M€', 'en-US'],
    ['12 Mio. €', 'de-DE'],
    ['1,2 Mrd. €', 'de-DE'],
    ['60.000,- €', 'de-DE'],
    ['€ 1,234', 'und'],
    ['€10 - €20', 'en-US'],
    ['1,200 (est. 2026)', 'en-US'],
    ['XXZ 5', 'en-US'],
    ['15 %', 'en-US'],
    ['€', 'en-US'],
    ['about $5', 'en-US'],
  ])('%j in %s is not certain', (text, locale) => {
    expect(parseValue(text, 'currency', locale)).toBeUndefined();
  });

  it.each(locales)('is what %s itself writes', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('EUR', 'USD', 'CHF', 'BRL', 'INR', 'GBP'), (cents, currency) => {
        const text = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);
        expect(parseValue(text, 'currency', locale)).toBe(cents / 100 + 0);
      }),
    );
  });
});

describe('a percentage on the screen', () => {
  it.each([
    ['15%', 'en-US', 15],
    ['15 %', 'de-DE', 15],
    ['15,5\u202f%', 'fr-FR', 15.5],
    ['%15', 'tr-TR', 15],
    ['15％', 'ja-JP', 15],
    ['-2.5%', 'en-US', -2.5],
    ['15', 'en-US', 15],
  ])('%s in %s is %d', (text, locale, value) => {
    expect(parseValue(text, 'percent', locale)).toBe(value);
  });

  it.each(['%', '15%%', '%15%', '15 % off', '15 pct', '5%-10%'])('%j is not certain', (text) => {
    expect(parseValue(text, 'percent', 'en-US')).toBeUndefined();
  });
});

describe('a date on the screen', () => {
  it.each([
    ['11/22/2026', 'en-US', '2026-11-22'],
    ['22/11/2026', 'en-GB', '2026-11-22'],
    ['22/11/2026', 'en-US', '2026-11-22'],
    ['03/04/2026', 'en-US', '2026-03-04'],
    ['03/04/2026', 'en-GB', '2026-04-03'],
    ['03/04/2026', 'en-IN', '2026-04-03'],
    ['03/04/2026', 'pt-BR', '2026-04-03'],
    ['03/04/2026', 'fr', '2026-04-03'],
    ['04/04/2026', 'en', '2026-04-04'],
    ['22.11.2026', 'de-DE', '2026-11-22'],
    ['3.4.2026', 'de-CH', '2026-04-03'],
    ['3.4.2026', 'en', '2026-04-03'],
    ['22. 11. 2026', 'cs-CZ', '2026-11-22'],
    ['22-11-2026', 'nl-NL', '2026-11-22'],
    ['2026/11/22', 'ja-JP', '2026-11-22'],
    ['2026年11月22日', 'ja-JP', '2026-11-22'],
    ['2026. 11. 22.', 'ko-KR', '2026-11-22'],
    ['2026-11-22', 'und', '2026-11-22'],
    ['Nov 22, 2026', 'en-US', '2026-11-22'],
    ['November 22nd, 2026', 'en-US', '2026-11-22'],
    ['Sun, Nov 22, 2026', 'en-US', '2026-11-22'],
    ['22 Nov 2026', 'en-GB', '2026-11-22'],
    ['22-Nov-2026', 'en-IN', '2026-11-22'],
    ['22. November 2026', 'de-DE', '2026-11-22'],
    ['Sonntag, 22. November 2026', 'de-DE', '2026-11-22'],
    ['1. März 2026', 'de-DE', '2026-03-01'],
    ['22 nov. 2026', 'fr-FR', '2026-11-22'],
    ['1er août 2026', 'fr-FR', '2026-08-01'],
    ['22 de novembro de 2026', 'pt-BR', '2026-11-22'],
    ['22 de nov. de 2026', 'pt-BR', '2026-11-22'],
    ['Nov 22, 2026', 'de-DE', '2026-11-22'],
    ['Nov 22, 2026', 'und', '2026-11-22'],
    ['11/22/2026 3:45 PM', 'en-US', '2026-11-22'],
    ['11/22/2026, 3:45\u202fPM', 'en-US', '2026-11-22'],
    ['Nov 22, 2026 at 3:45 PM EST', 'en-US', '2026-11-22'],
    ['22.11.2026, 15:45', 'de-DE', '2026-11-22'],
    ['22. November 2026 um 15:45:10', 'de-DE', '2026-11-22'],
    ['2026-11-22T15:45:00.000Z', 'und', '2026-11-22'],
  ])('%s in %s is %s', (text, locale, day) => {
    expect(parseValue(text, 'date', locale)).toBe(day);
  });

  it.each([
    ['03/04/2026', 'en'],
    ['03/04/2026', 'und'],
    ['03.04.2026', 'en-US'],
    ['11/22/26', 'en-US'],
    ['31/02/2026', 'en-GB'],
    ['13/13/2026', 'en-US'],
    ['00/00/2026', 'en-US'],
    ['22/11/2569', 'th-TH'],
    ['2026-13-01', 'und'],
    ['November 2026', 'en-US'],
    ['22 November', 'en-US'],
    ['Nov 22, 2026 Dec', 'en-US'],
    ['Nov 22, 2026 (overdue)', 'en-US'],
    ['Tomorrow', 'en-US'],
    ['令和8年11月22日', 'ja-JP'],
    ['11/22/2026 25:00', 'en-US'],
    ['11/22/2026 13:00 PM', 'en-US'],
    ['1795305600000', 'en-US'],
    ['62000', 'en-US'],
  ])('%j in %s is not certain', (text, locale) => {
    expect(parseValue(text, 'date', locale)).toBeUndefined();
  });

  it.each(locales.flatMap((locale) => (['long', 'medium'] as const).map((dateStyle) => ({ locale, dateStyle }))))(
    'is what $locale itself writes, $dateStyle',
    ({ locale, dateStyle }) => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
      for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 5 * 86_400_000)
        expect(parseValue(format.format(day), 'date', locale)).toBe(new Date(day).toISOString().slice(0, 10));
    },
  );
});

describe('a date with a time on the screen', () => {
  it.each([
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00:00.000+0100', '2026-11-22T09:00:00.000Z'],
    ['Nov 22, 2026 3:45 PM GMT+1', '2026-11-22T14:45:00.000Z'],
    ['11/22/2026 12:05 AM UTC', '2026-11-22T00:05:00.000Z'],
    ['11/22/2026 23:30 GMT-5', '2026-11-23T04:30:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseValue(text, 'datetime', 'en-US')).toBe(instant);
  });

  it.each(['11/22/2026 3:45 PM', '11/22/2026 3:45 PM EST', '11/22/2026', '11/22/2026 3:45 PM GMT+99'])(
    '%j names no certain instant',
    (text) => {
      expect(parseValue(text, 'datetime', 'en-US')).toBeUndefined();
    },
  );
});

describe('yes and no on the screen', () => {
  it.each([
    ['true', 'en-US', true],
    ['Yes', 'en-US', true],
    ['FALSE', 'fr-FR', false],
    ['Not Checked', 'en-US', false],
    ['Ja', 'de-DE', true],
    ['Nein', 'de-CH', false],
    ['Oui', 'fr-FR', true],
    ['Não', 'pt-BR', false],
    ['いいえ', 'ja-JP', false],
    ['Ja', 'en-US', undefined],
    ['1', 'en-US', undefined],
    ['on', 'en-US', undefined],
    ['✓', 'en-US', undefined],
  ])('%s in %s is %s', (text, locale, value) => {
    expect(parseValue(text, 'boolean', locale)).toBe(value);
  });
});

describe('words on the screen', () => {
  it.each([
    ['text', 'Call  back', 'Call  back'],
    ['picklist', 'Id. Decision Makers', 'Id. Decision Makers'],
    ['reference', 'Acme', 'Acme'],
    ['text', ' ', undefined],
    ['multi-picklist', 'Price; Fit;Timing', ['Price', 'Fit', 'Timing']],
    ['multi-picklist', 'Price', ['Price']],
    ['multi-picklist', ' ; ', undefined],
  ] as const)('as %s, %j is %j', (type, text, value) => {
    expect(parseValue(text, type, 'en-US')).toEqual(value);
  });
});

describe('a value on the wire', () => {
  it.each([
    ['hubspot', 'currency', '62000', 62000],
    ['hubspot', 'number', '-1.5', -1.5],
    ['hubspot', 'number', '1.0E7', 1e7],
    ['hubspot', 'number', '1,234', undefined],
    ['hubspot', 'percent', '15', 15],
    ['hubspot', 'number', '0x10', undefined],
    ['hubspot', 'boolean', 'true', true],
    ['hubspot', 'boolean', 'false', false],
    ['hubspot', 'boolean', 'yes', undefined],
    ['hubspot', 'date', '1795305600000', '2026-11-22'],
    ['hubspot', 'date', 1795305600000, '2026-11-22'],
    ['hubspot', 'date', '2026-11-22', '2026-11-22'],
    ['hubspot', 'date', '2026-11-22T00:00:00Z', '2026-11-22'],
    ['hubspot', 'date', '11/22/2026', undefined],
    ['hubspot', 'date', '9999999999999999', undefined],
    ['hubspot', 'datetime', '1795305600000', '2026-11-22T00:00:00.000Z'],
    ['hubspot', 'picklist', 'appointmentscheduled', 'appointmentscheduled'],
    ['hubspot', 'text', '', null],
    ['hubspot', 'number', ' ', null],
    ['hubspot', 'multi-picklist', 'a;b', ['a', 'b']],
    ['salesforce', 'currency', 62000, 62000],
    ['salesforce', 'number', 0, 0],
    ['salesforce', 'number', true, undefined],
    ['salesforce', 'number', Infinity, undefined],
    ['salesforce', 'boolean', false, false],
    ['salesforce', 'boolean', 1, undefined],
    ['salesforce', 'date', '2026-11-22', '2026-11-22'],
    ['salesforce', 'date', '2026-02-30', undefined],
    ['salesforce', 'date', 1795305600000, undefined],
    ['salesforce', 'date', true, undefined],
    ['salesforce', 'datetime', '2026-11-22T10:00:00.000+0000', '2026-11-22T10:00:00.000Z'],
    ['salesforce', 'datetime', '2026-11-22', undefined],
    ['salesforce', 'datetime', '2026-11-22T99:00:00Z', undefined],
    ['salesforce', 'multi-picklist', ['a', 'b'], ['a', 'b']],
    ['salesforce', 'picklist', ['a'], undefined],
    ['salesforce', 'text', null, null],
    ['salesforce', 'text', 5, '5'],
  ] as const)('of %s as %s, %j is %j', (crm, type, value, typed) => {
    expect(exactValue(Array.isArray(value) ? [...value] : (value as string), type, crm)).toEqual(typed);
  });
});

describe('hostile text', () => {
  it.each(fieldTypes)('never throws and never invents an empty value, as %s', (type) => {
    const pieces = fc.array(
      fc.constantFrom('1', '22', '2026', '.', ',', ' ', "'", '/', '-', '(', ')', '€', '%', 'T', ':', 'Nov', 'PM', 'Z', 'é'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        fc.constantFrom(...locales, 'und', '', 'x'),
        (text, locale) => {
          const value = parseValue(text, type, locale);
          expect(value).not.toBeNull();
          if (typeof value === 'number') expect(Number.isFinite(value) && /\d/.test(text)).toBe(true);
          if (value === 0) expect(text).toContain('0');
          exactValue(text, type, 'hubspot');
          exactValue(text, type, 'salesforce');
        },
      ),
    );
  });
});
