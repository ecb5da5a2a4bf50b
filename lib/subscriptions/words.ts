/** What went wrong with a subscription, in one or two sentences: what is the matter, and what to do. */
import type { Refusal } from '../pack/signed/refusal';
import type { AddressTrouble, FetchTrouble, Trouble } from './trouble';

/** What is wrong with an address that somebody types or a policy names. */
export function addressWords(why: AddressTrouble): string {
  return ADDRESS[why];
}

const ADDRESS: Record<AddressTrouble, string> = {
  'no-address': 'This is not a web address. It looks like https://packs.example.com/sales.handrail.',
  'not-https': 'The address must begin with https://, so that nobody on the way can change the pack.',
  credentials: 'The address holds a user name or password. Take it out: Handrail signs in nowhere.',
  fragment: 'The address holds a #, which no host gets to see. Take out the # and what follows it.',
  'too-long': 'The address is longer than 2,000 characters.',
  inside: 'The address leads into a private network. Only your organisation’s policy can allow that; otherwise use a public https address.',
};

/** @param refused what to say of a file that was looked at and not taken */
export function troubleWords(trouble: Trouble, host: string, refused: (refusal: Refusal) => string): string {
  switch (trouble.why) {
    case 'new-key':
      return 'The pack is signed with a key that nobody has trusted here yet. Check now to compare its fingerprint and decide.';
    case 'refused':
      return refused(trouble.refusal);
    case 'not-kept':
      return trouble.detail;
    case 'http':
      return statusWords(trouble.detail, host);
    case 'no-address':
    case 'not-https':
    case 'credentials':
    case 'fragment':
    case 'too-long':
    case 'inside':
      return addressWords(trouble.why);
    case 'offline':
    case 'no-permission':
    case 'unreachable':
    case 'web-page':
    case 'too-big':
    case 'too-slow':
    case 'cut-off':
    case 'not-text':
      return FETCH[trouble.why](host);
  }
}

const FETCH: Record<Exclude<FetchTrouble, 'http'>, (host: string) => string> = {
  offline: () => 'This computer is offline. Handrail looks again by itself.',
  'no-permission': (host) =>
    `${host} could not be read: it is away, or lets no other site read the file. Allow Handrail to read from it, or ask whoever runs it.`,
  unreachable: (host) => `${host} did not answer, or sends on to another address. Check the address; Handrail looks again by itself.`,
  'web-page': (host) =>
    `${host} sent a web page instead of a pack. Use the address of the file itself, one that can be opened without signing in.`,
  'too-big': (host) => `${host} sent more than a pack may hold. Check that the address is the one of the pack.`,
  'too-slow': (host) => `${host} took too long. Handrail looks again by itself.`,
  'cut-off': (host) => `The answer of ${host} ended in the middle. Handrail looks again by itself.`,
  'not-text': (host) => `${host} sent something that is no text in UTF-8. Check that the address is the one of the pack.`,
};

function statusWords(status: string, host: string): string {
  if (status === '404' || status === '410') return `${host} has no file at this address any more. Ask whoever runs it for the new one.`;
  if (status === '401' || status === '403')
    return `${host} lets only those read the file who sign in. A pack’s address must be open to all.`;
  if (status === '429') return `${host} is asked too often. Handrail looks again later by itself.`;
  if (status.startsWith('5')) return `${host} has a problem of its own (${status}). Handrail looks again by itself.`;
  return `${host} answered with status ${status}, not with a pack. Ask whoever runs it.`;
}
