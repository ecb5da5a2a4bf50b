/** A rep's request for an approval, as a short code: `HRQ1.` and JSON in base64url. It holds ids and the rep's own words, and no value of the CRM. */
import type { RecordKey } from '../progress/record-key';
import { decode, encode } from '../signing/jws';
import { asked, longest, read, written } from './payload';
import { plain, unwrapped } from './text';

export interface ApprovalRequest {
  record: RecordKey;
  /** The pack's id. */
  pack: string;
  /** The approval step's id and title. The title is what the request says: anybody can write one. */
  approval: string;
  title: string;
  /** The rep's name and note, '' where none was given. */
  by: string;
  note: string;
  /** Milliseconds since 1970, to the second. */
  at: number;
}

const prefix = 'HRQ1.';

/** The code to hand to whoever approves. Words that are too long are cut. */
export function requestCode({ record, pack, approval, title, by, note, at }: ApprovalRequest): string {
  const payload = {
    r: record,
    p: pack,
    a: approval,
    t: plain(title, longest.title),
    b: plain(by, longest.by),
    n: plain(note, longest.note),
    w: Math.floor(at / 1000),
  };
  return `${prefix}${encode(written(asked, payload))}`;
}

/** `a-grant`: it is the code that answers a request. */
export type RequestRefusal = 'too-long' | 'not-a-request' | 'a-grant';

/** What a request asks for. Nobody vouches for it. */
export function readRequest(text: string): { request: ApprovalRequest } | { refused: RequestRefusal } {
  const code = unwrapped(text);
  if (code === null) return { refused: 'too-long' };
  if (code.startsWith('HRA1.')) return { refused: 'a-grant' };
  const json = code.startsWith(prefix) ? decode(code.slice(prefix.length)) : null;
  const payload = json === null ? null : read(asked, json);
  if (!payload) return { refused: 'not-a-request' };
  const { r: record, p: pack, a: approval, t: title, b: by, n: note, w } = payload;
  return { request: { record, pack, approval, title, by, note, at: w * 1000 } };
}
