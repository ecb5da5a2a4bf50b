/** What a practice CRM is to the lab's server: a handler of whole requests under its own host names, over in-memory records. */

export interface LabRequest {
  method: string;
  /** Absolute, with the host the browser asked for. */
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface LabResponse {
  status: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

export interface LabSite {
  /** The host names it answers to; `*.` at the start stands for any one label. */
  hosts: readonly string[];
  /** Never throws: an unknown path is a 404. */
  handle(request: LabRequest): LabResponse | Promise<LabResponse>;
  /** Puts every record back to the way it starts. */
  reset(): void;
  /** The saved value of a record's field, or undefined. `object` as in the CRM's own URLs. */
  valueOf(object: string, id: string, field: string): unknown;
  /** Sets a saved value behind the page's back, as another user would. */
  setValue(object: string, id: string, field: string, value: unknown): void;
}
