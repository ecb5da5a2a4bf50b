/** One conditional request for a pack file: bounded in size and time, and with nothing in it that tells who asks. */
import { mostJsonCharacters } from '../pack/limits';
import { readRetryAfter } from './schedule';
import type { FetchTrouble, Trouble } from './trouble';

export type Fetched =
  | { kind: 'same' }
  | { kind: 'new'; text: string; etag?: string; lastModified?: string }
  /** `retryAfter`: the wait that the host asked for, in milliseconds. */
  | { kind: 'failed'; trouble: Trouble; retryAfter?: number };

/** What was taken last, as the host named it. Absent where nothing was, or where it is not here any more. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface Limits {
  /** Of the file as it is, after decompression. */
  bytes: number;
  milliseconds: number;
}

type Silence = Exclude<FetchTrouble, 'http'>;

export const LIMITS: Limits = {
  // As long as a signed pack may be: it holds the pack file in base64, and little else.
  bytes: 2 * mostJsonCharacters,
  // The browser stops a worker that has done nothing else for 30 seconds.
  milliseconds: 25_000,
};

/** The browser, as far as this needs it. */
export interface Web {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Whether the person has allowed to read from the host. Otherwise the host itself has to. */
  isAllowed: boolean;
  isOnline(): boolean;
  now(): number;
}

/**
 * Never rejects.
 *
 * Where the person has allowed the host, we ask for changes ourselves. Where the host lets any site read the file (CORS), our own headers would
 * make the browser ask for leave first, with a request that few static hosts answer: there the browser's cache asks for changes. Either way the
 * host sees one request, and answers 304.
 */
export async function fetchPack(web: Web, url: string, validators: Validators, limits: Limits = LIMITS): Promise<Fetched> {
  const ends = AbortSignal.timeout(limits.milliseconds);
  const conditions = web.isAllowed ? conditionsOf(validators) : {};
  let response: Response;
  try {
    response = await web.fetch(url, {
      cache: web.isAllowed ? 'no-store' : 'no-cache',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: conditions,
      signal: ends,
    });
  } catch {
    return { kind: 'failed', trouble: { why: whyNoAnswer(web, ends) } };
  }
  const found = await read(response, conditions, ends, limits.bytes, web.now());
  // Stops the host from sending the rest of what nobody reads.
  if (found.kind !== 'new') await response.body?.cancel().catch(() => undefined);
  return found;
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return { ...(etag !== undefined && { 'If-None-Match': etag }), ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }) };
}

/** The browser tells no script why there was no answer. */
function whyNoAnswer(web: Web, ends: AbortSignal): Silence {
  if (ends.aborted) return 'too-slow';
  if (!web.isOnline()) return 'offline';
  return web.isAllowed ? 'unreachable' : 'no-permission';
}

async function read(
  response: Response,
  conditions: Record<string, string>,
  ends: AbortSignal,
  most: number,
  now: number,
): Promise<Fetched> {
  const { status, headers } = response;
  if (status === 304 && Object.keys(conditions).length > 0) return { kind: 'same' };
  if (status !== 200) {
    const retryAfter = readRetryAfter(headers.get('Retry-After'), now);
    return { kind: 'failed', trouble: { why: 'http', detail: String(status) }, ...(retryAfter !== undefined && { retryAfter }) };
  }
  // What a host shows to those who have to sign in first, or for a page that is not there.
  if (/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(headers.get('Content-Type') ?? ''))
    return { kind: 'failed', trouble: { why: 'web-page' } };
  const text = await textOf(response, most, ends);
  if (typeof text !== 'string') return { kind: 'failed', trouble: text };
  const etag = headers.get('ETag');
  const lastModified = headers.get('Last-Modified');
  return { kind: 'new', text, ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

/** Counts what has been decompressed, while it comes: what a host says of its length is not believed. */
async function textOf(response: Response, most: number, ends: AbortSignal): Promise<string | { why: Silence }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.byteLength;
      if (bytes > most) return { why: 'too-big' };
      try {
        text += decoder.decode(part.value, { stream: true });
      } catch {
        return { why: 'not-text' };
      }
    }
  } catch {
    return { why: ends.aborted ? 'too-slow' : 'cut-off' };
  } finally {
    reader?.releaseLock();
  }
  try {
    return text + decoder.decode();
  } catch {
    return { why: 'not-text' };
  }
}
