/** What can go wrong with a subscription, as codes, and each in words for the person at the screen. */
import type { Refusal } from '../pack/signed/refusal';

/** Why an address may not be subscribed to. */
export type AddressTrouble = 'no-address' | 'not-https' | 'credentials' | 'fragment' | 'too-long' | 'inside';

/** Why nothing that could be looked at came from an address. */
export type FetchTrouble =
  /** This computer has no connection. */
  | 'offline'
  /** The host lets no other site read the file, and nobody here has allowed it either; it may as well be away. */
  | 'no-permission'
  /** No answer: no such host, no https, or it sends on to another address. */
  | 'unreachable'
  /** It answered with another status than 200. */
  | 'http'
  /** It answered with a web page. */
  | 'web-page'
  | 'too-big'
  | 'too-slow'
  /** The answer ended in the middle. */
  | 'cut-off'
  | 'not-text';

/**
 * What went wrong the last time. `new-key`: the file is good, and a person has to decide whether its key is trusted. `refused`: the file was
 * looked at and not taken. `not-kept`: it could not be kept on this computer.
 */
export type Trouble =
  | { why: AddressTrouble | Exclude<FetchTrouble, 'http'> }
  /** `detail`: the status. */
  | { why: 'http'; detail: string }
  | { why: 'new-key' }
  | { why: 'refused'; refusal: Refusal }
  | { why: 'not-kept'; detail: string };
