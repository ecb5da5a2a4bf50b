/** The contract every CRM adapter meets: pure functions over plain data and a DOM root, so that each is tested with a table. */

export type Crm = 'salesforce' | 'hubspot';

/**
 * One CRM row. `org` is the Salesforce host or the HubSpot portal id. `object` is the API name (`Opportunity`) or, for HubSpot, the
 * object's English name where it has one (`deal`, `contact`, `company`, `ticket`, `lead`) and its type id otherwise (`2-1234`).
 * Salesforce ids are in their 18-character form. `id` is '' for a record that does not exist yet.
 */
export interface RecordRef {
  crm: Crm;
  org: string;
  object: string;
  id: string;
}

/** What the tab shows. `none` says why, so that the panel can too. */
export type View =
  | { kind: 'record'; record: RecordRef }
  | { kind: 'list'; crm: Crm; org: string; object: string }
  | { kind: 'none'; crm: Crm | null; why: 'not-a-crm' | 'classic' | 'setup' | 'other-page' };

/** A value as it was seen. A list is a multi-picklist. */
export type Scalar = string | number | boolean | null;
export type Value = Scalar | string[];

/** Where a reading comes from: the wire, the page, the rep's own word, or the save that is being held. */
export type Source = 'wire' | 'page' | 'rep' | 'save';

/**
 * A field's value with its provenance. `field` is the CRM's own field name (`StageName`, `dealstage`).
 * `locale` is set when `value` is text as the screen shows it, to be parsed by lib/crm/values.ts for the type the pack gives the field;
 * without it the value is exact, as on the wire. `label` is the display text beside an exact value. `by` names the way it was read, for
 * support. `at` is in milliseconds since 1970.
 */
export interface Reading {
  record: RecordRef;
  field: string;
  value: Value;
  label?: string;
  locale?: string;
  source: Source;
  by?: string;
  at: number;
}

/** A reading as an adapter returns it: the watcher adds the time. */
export type Sighting = Omit<Reading, 'at'>;

/** What a page shows of a record. `name` is the record's, or null where it is not told. */
export interface Shown {
  sightings: Sighting[];
  name: string | null;
}

/**
 * A write seen on the wire that sets a stage field. Where the record stands now is not on the wire. `record.org` is '' where the request does
 * not name it: it is then the page's.
 */
export interface WireMove {
  record: RecordRef;
  /** The stage field that is written. */
  field: string;
  to: string;
  /** The other values in the same save, by field name. */
  values: Record<string, Value>;
}

/** A request as the page sent it. `body` is text; other bodies are never looked into. */
export interface WireRequest {
  method: string;
  /** Absolute URL. */
  url: string;
  body: string;
}

/** Which fields matter: those that hold a stage and those that a pack asks about, by the CRM's own field names. */
export interface Watch {
  stageFields: readonly string[];
  fields: readonly string[];
}

/** A whole answer in the CRM's own protocol, which makes its screen revert. */
export interface Answer {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * A batch in two: the body of the innocent part, which never waits, and that of the part that makes the moves. `rest` is '' where all of it does.
 * `merge` puts the answers of both together as the client expects the answer of the whole.
 */
export interface Split {
  rest: string;
  moving: string;
  /** True where each of the moves stands in a part of its own, so that some may go and others stay. */
  apart: boolean;
  merge: (rest: string, moving: string) => string;
}

/** A request that reads: sent once, in the page's own session, for records whose values are not known at a held move. */
export interface ReadRequest extends WireRequest {
  headers: Record<string, string>;
}

/** The wire half of an adapter, all that the gate may import. Tiny: it is part of a script that runs in the customer's page. */
export interface Wire {
  /** The stage fields that are known before any pack is. DESIGN §3. */
  stageFields: readonly string[];
  /** Cheap test on URL and method alone: could the response of this request hold record values? The URL may be relative. */
  mayHoldRecords(method: string, url: string): boolean;
  /** The stage changes that a request would make; [] for everything else. Never throws. */
  movesIn(request: WireRequest, watch: Pick<Watch, 'stageFields'>): WireMove[];
  /** Parts a batch between `moves` and all else; null where the protocol knows no parts. */
  split(request: WireRequest, moves: readonly WireMove[]): Split | null;
}

/** The page half of an adapter: runs in the watcher's isolated world. Must work on synthetic shadow, native shadow and light DOM. */
export interface Page {
  locate(url: URL): View;
  /** What the visible page of `view` shows: the values of the fields asked for, and the record's name. */
  readPage(root: Document, view: View, fields: readonly string[]): Shown;
  /** The values of watched fields that a response tells, of whichever records. Never throws. */
  recordsIn(request: WireRequest, response: string, watch: Watch): Sighting[];
  /**
   * How many records a search matches, or a save to "all that match". `totals` is what was learnt of it before; what `response` tells is added.
   * Only where the CRM knows such saves. Never throws.
   */
  matching?(request: WireRequest, totals: Map<string, number>, response?: string): number | undefined;
  /** A well-formed refusal in the CRM's own protocol: what its server would answer to the part of `request` that makes `moves`. */
  refuse(request: WireRequest, moves: readonly WireMove[], message: string): Answer;
  /**
   * The one read of the values of `records` that a held `request` allows, in its own session; null where there is no way to ask. Its answer is
   * for `recordsIn`. `cookies` is the page's own, as `document.cookie` has them.
   */
  readOf(request: WireRequest, records: readonly RecordRef[], fields: readonly string[], cookies: string): ReadRequest | null;
  /** The address of a record's page in the org that `page` belongs to. */
  addressOf(record: RecordRef, page: URL): string;
  /** The fields that name a record, by the CRM's own names: the best first. */
  nameFields: readonly string[];
  /** The element that shows or edits a field on the visible page, for "take me there". */
  findField(root: Document, field: string): Element | null;
  /** What `readPage` looks for, in words, to tell a rep what was tried when nothing was found. */
  tried: readonly string[];
}
