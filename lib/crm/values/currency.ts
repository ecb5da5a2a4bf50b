/** Amounts of money as screens write them: a number with a sign or code of a currency, or without. */
import { plain, signed } from './number';

/** Signs that are more than one character of Unicode's currency class. `M€` and the like are millions, and are not here. */
const signs =
  /^(\p{Sc}|(US|CA|AU|NZ|HK|MX|SG|NT|A|C|R|S)\$|[$£] ?(US|CA|AU|NZ|HK|MX|SG|GB)|(CN|JP)¥|kr\.?|zł|Kč|Ft|lei|Fr\.?|Rs\.?|RM|円|元)$/u;

const isCurrency = (mark: string) => signs.test(mark) || (/^[A-Z]{3}$/.test(mark) && Intl.supportedValuesOf('currency').includes(mark));

/** Undefined for shortened amounts ("1.2M"): what was cut off is not known. */
export function parseCurrency(text: string, locale: string): number | undefined {
  // Salesforce shows the amount in the record's currency, then the rep's own in brackets; the first is what is saved.
  const [, own = ''] = /^(.*\d.*?) ?\((?=[^()]*\d)[^()]*(?:[A-Z]{3}|\p{Sc})[^()]*\)$/u.exec(plain(text)) ?? ['', plain(text)];
  const match =
    /^(?<open>\(?)(?<sign>[-+]? ?)(?<before>[^\d(),+-]*)(?<number>[(-]?\d(?:[\d., ']*\d)?\)?)(?<after>[^\d()]*)(?<close>\)?)$/u.exec(own);
  if (!match?.groups) return undefined;
  const { open = '', sign = '', before = '', number = '', after = '', close = '' } = match.groups;
  if (![before, after].every((mark) => !mark.trim() || isCurrency(mark.trim()))) return undefined;
  return signed(open + sign.trim() + number + close, locale, 'currency');
}
