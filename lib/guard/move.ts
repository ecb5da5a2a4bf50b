/** What is judged: an attempted stage change. */
import type { RecordRef } from '../crm/adapter';

/** An attempted stage change of one record. `from` is the CRM's own stage value; null: a new record; undefined: it could not be seen. */
export interface Move {
  record: RecordRef;
  /** The CRM's stage field that is written, `StageName`. */
  field: string;
  from: string | null | undefined;
  to: string;
  /** What the CRM calls the record's pipeline or record type, value and label, where it is known. */
  pipeline?: readonly string[];
}
