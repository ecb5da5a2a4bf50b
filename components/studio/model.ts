/** What the options page shows, as plain data. */
import type { ApprovalsEvents, ApproverView } from './approvals/model';
import type { Contents, Problem, Role } from './shapes';
import type { ActivationView } from './history/model';
import type { KeysEvents, KeyView } from './keys/model';
import type { Fixed, OrganisationModel } from './organisation/model';
import type { PacksEvents, PackView, Undo } from './packs/model';
import type { DraftView, PublishEvents } from './publish/model';
import type { SubscriptionsEvents, SubscriptionsModel } from './subscriptions/model';
import type { TrustAsk, TrustedKeyView, TrustEvents } from './trust/model';

/** A pack that comes with Handrail. `active`: it is in use. */
export interface StarterSummary extends Contents {
  id: string;
  title: string;
  description: string;
  active: boolean;
  sopTitles: readonly string[];
}

/**
 * How a file fared. `advice`: what to look at in a file that was taken. `refused`: nothing was changed. `ask`: it is good, but for its key, which
 * nobody here trusts yet.
 */
export type FileOutcome =
  | { kind: 'done'; message: string; advice?: readonly Problem[] }
  | { kind: 'refused'; message: string; problems: readonly Problem[] }
  | { kind: 'ask'; ask: TrustAsk };

/** Undefined is what is not read yet. */
export interface StudioModel {
  /** Those in use first, in order of precedence; then the newest. */
  packs: readonly PackView[] | undefined;
  /** The packs that come with Handrail. */
  starters: readonly StarterSummary[] | undefined;
  subscriptions: SubscriptionsModel;
  history: readonly ActivationView[] | undefined;
  /** The roles of the packs in use. */
  roles: readonly Role[];
  /** The ids of the roles that count: those that the rep has chosen, or that the organisation has set. */
  myRoles: readonly string[];
  /** The pilot groups that a pack here names, or that the rep is in. */
  groups: readonly string[];
  /** Those that count, as with roles. */
  myGroups: readonly string[];
  /** The rep's name, '' where none was given. */
  name: string | undefined;
  /** The button in the CRM page that opens the side panel. */
  handle: boolean | undefined;
  /** Reading values from the CRM at a held move. */
  readAtMove: boolean | undefined;
  /** What the organisation has taken over. */
  fixed: Fixed;
  /** The keys that open the side panel, "Alt+H"; '' where none are set. */
  shortcut: string;
  /** True when the page was opened right after the install. */
  welcome: boolean;
  /** The manager's own keys, the oldest first. */
  keys: readonly KeyView[] | undefined;
  approvers: readonly ApproverView[] | undefined;
  /** What could be signed, the newest first. */
  drafts: readonly DraftView[] | undefined;
  trusted: readonly TrustedKeyView[] | undefined;
  organisation: OrganisationModel | undefined;
  /** What to tell the person when the database cannot be used. */
  trouble: string | null;
}

/** Promises reject with an Error whose message may be shown. */
export interface StudioEvents {
  /** `trusts`: the id of the key that the person has just decided to trust. */
  onImportPack(file: File, trusts?: string): Promise<FileOutcome>;
  onUseStarter(id: string): Promise<Undo>;
  onCopyStarter(id: string): Promise<void>;
  onRoles(ids: string[]): Promise<void>;
  onGroups(groups: string[]): Promise<void>;
  onName(name: string): Promise<void>;
  onHandle(on: boolean): Promise<void>;
  onReadAtMove(on: boolean): Promise<void>;
  packs: PacksEvents;
  subscriptions: SubscriptionsEvents;
  keys: KeysEvents;
  publish: PublishEvents;
  approvals: ApprovalsEvents;
  trust: TrustEvents;
  onExport(): Promise<void>;
  onImportData(file: File): Promise<FileOutcome>;
  onDeleteEverything(): Promise<void>;
  onOpenShortcuts(): void;
}
