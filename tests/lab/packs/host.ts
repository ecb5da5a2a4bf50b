/** A static host for packs, and all that can go wrong with one: what the tests of subscriptions are fetched from. */
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { gzipSync } from 'node:zlib';
import { makeCertificate } from '../certificate';

/** How it answers; the same for every address, until it is told otherwise. */
export type Answer =
  /** As any static host: with an ETag, and 304 where it still fits. `open`: to any site (CORS). */
  | { kind: 'file'; text: string | Buffer; type?: string; open?: boolean; noTag?: boolean }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  /** Promises the whole and breaks off in the middle. */
  | { kind: 'truncated'; text: string }
  /** Sends until the other side goes away, or `bytes` have left. */
  | { kind: 'stream'; bytes: number }
  /** Some kilobytes that unpack to many megabytes. */
  | { kind: 'bomb'; bytes: number }
  /** Sends the head, and then nothing more. */
  | { kind: 'silent' };

interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  /** 0 while it waits. */
  status: number;
  /** How much of the body has left. */
  sent: number;
  /** The other side went away before the end. */
  aborted: boolean;
}

export interface PackHost {
  /** On 127.0.0.1. */
  port: number;
  /** SHA-256 of its certificate's key in base64, '' where it has none. */
  certificate: string;
  answer: Answer;
  /** Oldest first. A test may empty it. */
  asked: Asked[];
  close(): Promise<void>;
}

/** `host`: the name in its certificate; without one it speaks plain http. */
export async function startPackHost(host?: string): Promise<PackHost> {
  const on = (incoming: IncomingMessage, response: ServerResponse): void => {
    const entry: Asked = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      status: 0,
      sent: 0,
      aborted: false,
    };
    hosting.asked.push(entry);
    response.on('close', () => (entry.aborted = !response.writableFinished));
    response.on('error', () => undefined);
    reply(hosting.answer, incoming, response, entry).catch(() => response.destroy());
  };
  const certificate = host === undefined ? null : await makeCertificate([host]);
  const server: Server = certificate ? createSecure(certificate, on) : createPlain(on);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const hosting: PackHost = {
    port: typeof address === 'object' && address ? address.port : 0,
    certificate: certificate ? hashOfKey(certificate.cert) : '',
    answer: { kind: 'status', status: 404 },
    asked: [],
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return hosting;
}

function hashOfKey(certificate: string): string {
  const { publicKey } = new X509Certificate(certificate);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

async function reply(answer: Answer, incoming: IncomingMessage, response: ServerResponse, entry: Asked): Promise<void> {
  const head = (status: number, headers: Record<string, string> = {}): void => {
    entry.status = status;
    response.writeHead(status, headers);
  };
  const end = (body: string | Buffer = ''): void => {
    entry.sent += Buffer.byteLength(body);
    response.end(body);
  };
  switch (answer.kind) {
    case 'file': {
      const etag = `"${createHash('sha256').update(answer.text).digest('base64url').slice(0, 12)}"`;
      const headers = {
        'Content-Type': answer.type ?? 'application/octet-stream',
        ...(!answer.noTag && { ETag: etag }),
        ...(answer.open && { 'Access-Control-Allow-Origin': '*' }),
      };
      const isSame = !answer.noTag && incoming.headers['if-none-match'] === etag;
      head(isSame ? 304 : 200, headers);
      return end(isSame ? '' : answer.text);
    }
    case 'status':
      head(answer.status, answer.headers);
      return end('<h1>No pack here</h1>');
    case 'truncated':
      head(200, { 'Content-Length': String(Buffer.byteLength(answer.text)) });
      response.write(answer.text.slice(0, answer.text.length / 2), () => response.destroy());
      return;
    case 'stream':
      head(200, { 'Content-Type': 'application/json' });
      return stream(answer.bytes, response, entry);
    case 'bomb':
      head(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      return end(gzipSync(Buffer.alloc(answer.bytes, ' ')));
    case 'silent':
      head(200, { 'Content-Type': 'application/json' });
      response.flushHeaders();
  }
}

async function stream(bytes: number, response: ServerResponse, entry: Asked): Promise<void> {
  const part = Buffer.alloc(65_536, ' ');
  // Each wait leaves one behind.
  response.setMaxListeners(0);
  while (entry.sent < bytes && !response.destroyed) {
    const hasRoom = response.write(part);
    entry.sent += part.byteLength;
    if (!hasRoom) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}
