/** What was put to use and when. Plain data; times in milliseconds since 1970. */

export interface ActivationView {
  at: number;
  pack: string;
  version: string;
  /** The pack's title; its id where it is not here any more. */
  title: string;
  /** The version of the same pack that was in use before. */
  from?: string;
  /** Somebody went back to an earlier version. */
  back: boolean;
  /** The version is here and not in use, and nothing forbids to go back to it. */
  mayGoBack: boolean;
  inUse: boolean;
}
