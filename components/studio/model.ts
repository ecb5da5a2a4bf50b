/** What the options page shows, as plain data. */
import type { TrustAsk } from '../../lib/worker/admission';
import type { ApprovalsEvents, ApprovalsModel } from './approvals/model';

/** How much a pack holds. */
export interface Contents {
  pipelines: number;
  stages: number;
  sops: number;
}

export interface PackSummary extends Contents {
  id: string;
  version: string;
  title: string;
  publisher: string;
  description?: string;
  source: 'starter' | 'file' | 'subscription';
  addedAt: number;
  active: boolean;
  roles: readonly Role[];
}

/** A pack that comes with Handrail. `active`: it is the one in use. */
export interface StarterSummary extends Contents {
  id: string;
  title: string;
  description: string;
  active: boolean;
  sopTitles: readonly string[];
}

export interface Role {
  id: string;
  title: string;
}

/** One mistake with its place, '' for the file as a whole. */
export interface Problem {
  path: string;
  message: string;
}

/** How a file fared. `advice`: what to look at in a file that was taken. `refused`: nothing was changed. */
export type FileOutcome =
  | { kind: 'done'; message: string; advice?: readonly Problem[] }
  | { kind: 'refused'; message: string; problems: readonly Problem[] }
  /** Good, but signed by a key that nobody here trusts yet. */
  | { kind: 'ask'; ask: TrustAsk };

export interface StudioModel {
  /** The active pack first, then the newest. Undefined until they are read. */
  packs: readonly PackSummary[] | undefined;
  /** The packs that come with Handrail. Undefined until they are read. */
  starters: readonly StarterSummary[] | undefined;
  /** The roles of the pack in use. */
  roles: readonly Role[];
  /** The ids of the roles that the rep has chosen. */
  myRoles: readonly string[];
  /** The rep's name, '' where none was given. Undefined until it is read, as those below. */
  name: string | undefined;
  /** The button in the CRM page that opens the side panel. */
  handle: boolean | undefined;
  /** Reading values from the CRM at a held move. `isFixed`: the admin has decided it. */
  readAtMove: { on: boolean; isFixed: boolean } | undefined;
  /** The keys that open the side panel, "Alt+H"; '' where none are set. */
  shortcut: string;
  /** True when the page was opened right after the install. */
  welcome: boolean;
  approvals: ApprovalsModel;
  /** What to tell the person when the database cannot be used. */
  trouble: string | null;
}

/** Promises reject with an Error whose message may be shown. */
export interface StudioEvents {
  /** @param trusts the id of the key that the person has just decided to trust */
  onImportPack(file: File, trusts?: string): Promise<FileOutcome>;
  onActivate(id: string, version: string): Promise<void>;
  onUseStarter(id: string): Promise<void>;
  onCopyStarter(id: string): Promise<void>;
  onRoles(ids: string[]): Promise<void>;
  onName(name: string): Promise<void>;
  onHandle(on: boolean): Promise<void>;
  onReadAtMove(on: boolean): Promise<void>;
  approvals: ApprovalsEvents;
  onExport(): Promise<void>;
  onImportData(file: File): Promise<FileOutcome>;
  onDeleteEverything(): Promise<void>;
  onOpenShortcuts(): void;
}
