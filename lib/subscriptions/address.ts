/** Which addresses may be subscribed to, and what has to be asked of the browser to read from one. */
import type { AddressTrouble } from './trouble';

export type Address =
  /** `url`: written the one way that URLs are. `origin`: the pattern of the permission to read from there. */
  { kind: 'good'; url: string; host: string; origin: string } | { kind: 'refused'; why: AddressTrouble };

const LONGEST = 2000;

/** Names that lead nowhere on the internet, and are used inside networks (RFC 6761, RFC 6762 §3 and appendix G, RFC 8375). */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** The URL parser has turned every way to write an IPv4 address, decimal and hexadecimal too, into four numbers by now; IPv6 has brackets. */
const IP = /^\[|^\d+(\.\d+){3}$/;

/**
 * @param privateAddresses whether the policy lets subscriptions lead into the organisation's own network. A public name that leads there cannot be
 * told apart from others here.
 */
export function readAddress(text: string, { privateAddresses }: { privateAddresses: boolean }): Address {
  const refused = (why: AddressTrouble): Address => ({ kind: 'refused', why });
  const typed = text.trim();
  if (typed.length > LONGEST) return refused('too-long');
  const url = URL.parse(typed);
  if (!url) return refused('no-address');
  if (url.protocol !== 'https:') return refused('not-https');
  if (url.username !== '' || url.password !== '') return refused('credentials');
  if (typed.includes('#')) return refused('fragment');
  const name = url.hostname.replace(/\.$/, '');
  const isInside = IP.test(name) || !name.includes('.') || INSIDE.test(name);
  if (isInside && !privateAddresses) return refused('inside');
  return { kind: 'good', url: url.href, host: url.host, origin: `https://${url.hostname}/*` };
}
