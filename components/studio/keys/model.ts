/** A manager's own keys as the options page shows them. Plain data; times in milliseconds since 1970. */

/** The private half is not part of what is shown. */
export interface KeyView {
  id: string;
  name: string;
  publicKey: string;
  /** In words to read out. */
  fingerprint: string;
  createdAt: number;
  /** There is a backup file of it; keys of earlier versions of Handrail have none. */
  hasBackup: boolean;
  /** Whether a pack in use names it as an approver's. */
  isNamed: boolean;
}

/** The file that brings a key back, closed by its passphrase. */
export interface Backup {
  file: string;
  text: string;
}

/** Promises reject with an Error whose message may be shown. */
export interface KeysEvents {
  /** Makes a key and saves its backup file. */
  onMakeKey(name: string, passphrase: string): Promise<Backup>;
  /** Brings a key back. Resolves with its name. */
  onOpenBackup(file: File, passphrase: string): Promise<string>;
  onDeleteKey(id: string): Promise<void>;
}
