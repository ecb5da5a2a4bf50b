/** How the practice portal's pages behave: variants that HubSpot is known or thought to have, chosen by a test for pages that it opens. */

import { objectOf, parseJson } from './json';

/**
 * The forms of a save: a GraphQL mutation (facts/hubspot.md §3.3a), a PUT of one record (c) or of many (d), the old public form (f), and a
 * remote call of a kind that nobody has captured (h).
 */
export type SaveForm = 'graphql' | 'single' | 'many' | 'v1' | 'rpc';

/** The mutation's name: today's, the one before it, or one that nobody has seen. */
export type UpdateName = 'UpdateCrmObjectProperties' | 'UpdateProperties' | 'SaveRecordSidebar';

export interface PageOptions {
  /** `batch` collects GraphQL operations for 10 ms into one array; `single` sends each at once as a plain object (§3.3b). */
  link: 'batch' | 'single';
  /** `persisted` sends an id in place of the query's text. */
  queries: 'text' | 'persisted';
  update: UpdateName;
  /** A stage choice on a record page asks for the pipelines in the same moment, hence in the same batch. */
  refetchPipelines: boolean;
  /** How each place saves. */
  recordSaves: SaveForm;
  tableSaves: SaveForm;
  boardSaves: SaveForm;
  previewSaves: SaveForm;
  /** `rbd` is the board of 2022-25; `framework` the newer one, whose cards are reused for other records while it scrolls (§1.4). */
  board: 'rbd' | 'framework';
  /** Properties that HubSpot itself asks for before it saves a stage, by stage (§3.4). */
  prompts: Readonly<Record<string, readonly string[]>>;
}

export const USUAL_OPTIONS: PageOptions = {
  link: 'batch',
  queries: 'text',
  update: 'UpdateCrmObjectProperties',
  refetchPipelines: false,
  recordSaves: 'graphql',
  tableSaves: 'single',
  boardSaves: 'many',
  previewSaves: 'graphql',
  board: 'rbd',
  prompts: {},
};

/** The attribute's text as options. The site wrote it itself: only its own pages read it. */
export function optionsFrom(text: string): PageOptions {
  return { ...USUAL_OPTIONS, ...objectOf(parseJson(text)) };
}
