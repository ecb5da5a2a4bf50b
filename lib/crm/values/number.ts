/** Numbers as screens write them. Refuses what could be two numbers: a wrong amount is worse than an unknown one. */

/** Full-width characters, every kind of space, minus and apostrophe, brought to their plain forms; direction marks dropped. */
export function plain(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, '')
    .replace(/[\u2212\uFE63]/g, '-')
    .replace(/[\u2019\u2018\u02BC]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

const thousands = /^\d{1,3}(\D)\d{3}(\1\d{3})*$/;
const lakhs = /^\d{1,2}(,\d{2})*,\d{3}$/;
const isGrouped = (digits: string) => thousands.test(digits) || lakhs.test(digits);

/** The separators of a locale, in their plain forms; none for a locale that nobody knows. */
function separators(locale: string, style: 'decimal' | 'currency'): { group?: string; decimal?: string } {
  try {
    const format = new Intl.NumberFormat(locale, style === 'currency' ? { style, currency: 'EUR' } : {});
    if (format.resolvedOptions().locale.split('-')[0] !== new Intl.Locale(locale).language) return {};
    const parts = format.formatToParts(1234567.8);
    // `plain` would trim a separator that is a space.
    const find = (type: string) =>
      parts
        .find((part) => part.type === type)
        ?.value.replace(/\s/, ' ')
        .replace('\u2019', "'");
    return { group: find('group'), decimal: find('decimal') };
  } catch {
    return {};
  }
}

/** `digits` starts and ends with a digit and holds only digits and separators. */
function unsigned(digits: string, locale: string, style: 'decimal' | 'currency'): number | undefined {
  const used = [...new Set(digits.replace(/\d/g, ''))];
  const [first = '', second = ''] = used;
  if (used.length > 2) return undefined;
  if (used.length === 0) return Number(digits);
  if (used.length === 2) {
    // Two kinds: the first groups and the second, once, is the decimal point, whatever the locale.
    const [whole = '', fraction = '', ...more] = digits.split(second);
    return more.length || !/[.,]/.test(second) || !isGrouped(whole) ? undefined : Number(`${whole.split(first).join('')}.${fraction}`);
  }
  const [whole = '', rest = '', ...more] = digits.split(first);
  const joined = Number(digits.split(first).join(''));
  const pointed = Number(`${whole}.${rest}`);
  if (more.length || !/[.,]/.test(first)) return isGrouped(digits) ? joined : undefined;
  if (rest.length !== 3 || whole.length > 3 || whole.startsWith('0')) return pointed;
  const { group, decimal } = separators(locale, style);
  if (first === group) return joined;
  return first === decimal ? pointed : undefined;
}

/**
 * `text` is in plain form and holds a number and nothing else: a sign before it or brackets around it are understood ("(1,200)" is negative).
 * Undefined for everything else and for what is too long to be exact.
 */
export function signed(text: string, locale: string, style: 'decimal' | 'currency'): number | undefined {
  const match = /^(?:\((?<bracketed>\d[\d., ']*)\)|(?<sign>[-+] ?)?(?<open>\d[\d., ']*))$/.exec(text);
  const digits = (match?.groups?.bracketed ?? match?.groups?.open ?? '').trim();
  if (!/\d$/.test(digits) || digits.replace(/\D/g, '').length > 15) return undefined;
  const value = unsigned(digits, locale, style);
  const negative = match?.groups?.bracketed !== undefined || match?.groups?.sign?.startsWith('-');
  return value !== undefined && negative && value !== 0 ? -value : value;
}
