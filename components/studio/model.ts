/** What the options page shows, as plain data. */

export interface PackSummary {
  id: string;
  version: string;
  title: string;
  publisher: string;
  description?: string;
  source: 'starter' | 'file';
  addedAt: number;
  active: boolean;
  pipelines: number;
  stages: number;
  sops: number;
}

/** One mistake with its place, '' for the file as a whole. */
interface Problem {
  path: string;
  message: string;
}

/** How a file fared. `refused`: nothing was changed. */
export type FileOutcome = { kind: 'done'; message: string } | { kind: 'refused'; message: string; problems: readonly Problem[] };

export interface StudioModel {
  /** The active pack first, then the newest. Undefined until they are read. */
  packs: readonly PackSummary[] | undefined;
  /** The button in the CRM page that opens the side panel. */
  handle: boolean | undefined;
  /** The keys that open the side panel, "Alt+H"; '' where none are set. */
  shortcut: string;
  /** True when the page was opened right after the install. */
  welcome: boolean;
  /** What to tell the person when the database cannot be used. */
  trouble: string | null;
}

/** Promises reject with an Error whose message may be shown. */
export interface StudioEvents {
  onImportPack(file: File): Promise<FileOutcome>;
  onActivate(id: string, version: string): Promise<void>;
  onHandle(on: boolean): Promise<void>;
  onExport(): Promise<void>;
  onImportData(file: File): Promise<FileOutcome>;
  onDeleteEverything(): Promise<void>;
  onOpenShortcuts(): void;
}
