// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mostJsonCharacters } from '../../../../lib/pack/limits';
import { fetchPack, LIMITS, type Limits, type Validators, type Web } from '../../../../lib/subscriptions/fetch-pack';
import { startPackHost, type Answer, type PackHost } from '../../../lab/packs/host';

const PACK = '{"id":"acme-sales","title":"Grüße"}';
const limits: Limits = { bytes: 1_000_000, milliseconds: 20_000 };

let host: PackHost;
beforeAll(async () => {
  host = await startPackHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.asked.length = 0;
});

/** Node's own fetch: it knows no caches and no other sites, and else does as the browser does. */
const asked: RequestInit[] = [];
const web: Web = {
  fetch: (url, init) => {
    asked.push(init);
    return fetch(url, init);
  },
  isAllowed: true,
  isOnline: () => true,
  now: () => Date.UTC(2026, 10, 24, 9),
};

const look = (answer: Answer, validators: Validators = {}, around: Partial<Web> = {}, most: Partial<Limits> = {}) => {
  host.answer = answer;
  return fetchPack({ ...web, ...around }, `http://127.0.0.1:${host.port}/sales.handrail`, validators, { ...limits, ...most });
};
const trouble = async (...args: Parameters<typeof look>) => {
  const fetched = await look(...args);
  return fetched.kind === 'failed' ? fetched.trouble : fetched.kind;
};

describe('a pack on a host', () => {
  it('comes with what the host calls this version of it', async () => {
    expect(await look({ kind: 'file', text: PACK })).toEqual({ kind: 'new', text: PACK, etag: expect.stringMatching(/^".+"$/) as string });
  });

  it('is the same where the host says so, and then nothing of it is sent', async () => {
    const first = await look({ kind: 'file', text: PACK });
    const etag = first.kind === 'new' ? first.etag : undefined;
    expect(await look({ kind: 'file', text: PACK }, { etag })).toEqual({ kind: 'same' });
    expect(host.asked.map(({ status, sent }) => [status, sent])).toEqual([
      [200, Buffer.byteLength(PACK)],
      [304, 0],
    ]);
    expect(host.asked[1]!.headers['if-none-match']).toBe(etag);
  });

  it('is asked for by date where the host has no tags', async () => {
    const lastModified = 'Tue, 24 Nov 2026 08:00:00 GMT';
    await look({ kind: 'file', text: PACK, noTag: true }, { lastModified });
    expect(host.asked[0]!.headers).toMatchObject({ 'if-modified-since': lastModified });
  });

  it('that only its host allows us to read is asked for by way of the browser’s cache, with no header of our own', async () => {
    await look({ kind: 'file', text: PACK }, { etag: '"a"', lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT' }, { isAllowed: false });
    expect(host.asked[0]!.headers).not.toHaveProperty('if-none-match');
    expect(asked.at(-1)).toMatchObject({ cache: 'no-cache', headers: {} });
  });

  it('is asked for with nothing that tells who asks, and never somewhere else', async () => {
    await look({ kind: 'file', text: PACK });
    expect(asked.at(-1)).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' });
    expect(host.asked[0]!.headers).not.toHaveProperty('cookie');
    expect(host.asked[0]!.headers).not.toHaveProperty('referer');
  });
});

describe('no pack is had, and it is told why, where', () => {
  it.each<[string, Answer, object]>([
    ['the host has none', { kind: 'status', status: 404 }, { why: 'http', detail: '404' }],
    ['the host has a problem', { kind: 'status', status: 500 }, { why: 'http', detail: '500' }],
    ['the host says nothing changed, and was not asked', { kind: 'status', status: 304 }, { why: 'http', detail: '304' }],
    ['the host has no content', { kind: 'status', status: 204 }, { why: 'http', detail: '204' }],
    ['the host sends on', { kind: 'status', status: 302, headers: { Location: 'http://127.0.0.1/' } }, { why: 'unreachable' }],
    ['it is a web page', { kind: 'file', text: '<p>', type: 'text/html; charset=utf-8' }, { why: 'web-page' }],
    ['it is an XHTML page', { kind: 'file', text: '<p>', type: 'Application/XHTML+xml' }, { why: 'web-page' }],
    ['it is no text', { kind: 'file', text: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }, { why: 'not-text' }],
    ['it ends in the middle of a letter', { kind: 'file', text: Buffer.from('ü').subarray(0, 1) }, { why: 'not-text' }],
    ['it ends in the middle', { kind: 'truncated', text: PACK.repeat(100) }, { why: 'cut-off' }],
    ['it has no end', { kind: 'stream', bytes: 64_000_000 }, { why: 'too-big' }],
    ['it is a bomb', { kind: 'bomb', bytes: 64_000_000 }, { why: 'too-big' }],
    ['the host falls silent', { kind: 'silent' }, { why: 'too-slow' }],
  ])('%s', async (_what, answer, why) => {
    expect(await trouble(answer, {}, {}, { milliseconds: answer.kind === 'silent' ? 200 : 20_000 })).toEqual(why);
  });

  it('it is larger than a pack may be by one byte; as large as that is taken', async () => {
    const text = PACK.padEnd(1000);
    expect(await trouble({ kind: 'file', text }, {}, {}, { bytes: Buffer.byteLength(text) - 1 })).toEqual({ why: 'too-big' });
    expect(await trouble({ kind: 'file', text }, {}, {}, { bytes: Buffer.byteLength(text) })).toBe('new');
  });

  it('the browser gets no answer', async () => {
    const fails = { fetch: () => Promise.reject(new TypeError('Failed to fetch')) };
    expect(await trouble({ kind: 'silent' }, {}, { ...fails, isOnline: () => false })).toEqual({ why: 'offline' });
    expect(await trouble({ kind: 'silent' }, {}, fails)).toEqual({ why: 'unreachable' });
    expect(await trouble({ kind: 'silent' }, {}, { ...fails, isAllowed: false })).toEqual({ why: 'no-permission' });
  });
});

it('a stream without end is hung up on soon after the limit', async () => {
  await look({ kind: 'stream', bytes: 64_000_000 });
  await expect.poll(() => host.asked[0]!.aborted, { timeout: 5000 }).toBe(true);
  expect(host.asked[0]!.sent).toBeLessThan(16_000_000);
});

it('a host that is asked too often says when to come back', async () => {
  expect(await look({ kind: 'status', status: 429, headers: { 'Retry-After': '3600' } })).toEqual({
    kind: 'failed',
    trouble: { why: 'http', detail: '429' },
    retryAfter: 3_600_000,
  });
});

it('a letter may be sent in two parts', async () => {
  const whole = Buffer.from('ü');
  const body = new ReadableStream<Uint8Array>({
    start(to) {
      to.enqueue(whole.subarray(0, 1));
      to.enqueue(whole.subarray(1));
      to.close();
    },
  });
  const fetched = await fetchPack({ ...web, fetch: async () => new Response(body) }, 'https://packs.acme.com/', {});
  expect(fetched).toEqual({ kind: 'new', text: 'ü' });
});

it('the limit has room for the largest pack, signed', () => {
  expect(LIMITS.bytes).toBeGreaterThan((mostJsonCharacters * 4) / 3);
});
