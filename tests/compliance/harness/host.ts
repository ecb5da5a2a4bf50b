/** The server of the behaviours as a host on loopback: a page with the built gate in it or without, and answers to whatever that sends. */
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Crm } from '../../../lib/crm/adapter';
import { makeCertificate } from '../../lab/certificate';
import type { Received } from './behaviour';
import { answerTo } from './server';

const HARNESS = import.meta.dirname;
const GATES = resolve(HARNESS, '../../../.output/chrome-mv3/content-scripts');
const NONE = '/scripts/none.js';

export interface Host {
  port: number;
  /** Whether pages from now on have the gate in them. */
  gated: boolean;
  /** What has reached it, the pages and their scripts left out. */
  received: Received[];
  close(): Promise<void>;
}

/** What vite's `import.meta.glob` does in all.ts. */
const everyBehaviour: Plugin = {
  name: 'every-behaviour',
  setup({ onLoad }) {
    onLoad({ filter: /harness\/all\.ts$/ }, async () => {
      const names = (await readdir(join(HARNESS, '../behaviours'))).sort();
      const imports = names.map((name, index) => `import b${index} from '../behaviours/${name}';`);
      return {
        contents: `${imports.join('\n')}\nexport const behaviours = [${names.map((_, index) => `b${index}`).join()}].flat();`,
        resolveDir: HARNESS,
      };
    });
  },
};

/** A module of the tests, for a page, in one script. */
async function scriptOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome137',
    plugins: [everyBehaviour],
  });
  return outputFiles[0]?.text ?? '';
}

async function bodyOf(request: Http2ServerRequest): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** `entry`: the module whose script every page runs. */
export async function startHost(entry: string): Promise<Host> {
  const scripts: Record<string, string> = { '/scripts/page.js': await scriptOf(entry), [NONE]: '' };
  for (const crm of ['hubspot', 'salesforce'] satisfies Crm[])
    scripts[`/scripts/gate-${crm}.js`] = await readFile(join(GATES, `gate-${crm}.js`), 'utf8');
  const server = createSecureServer(
    { ...(await makeCertificate(['*.hubspot.com', '*.lightning.force.com'])), allowHTTP1: true },
    (request: Http2ServerRequest, response: Http2ServerResponse) => {
      // The page gives some requests up: there is nobody to answer then.
      serve(request, response).catch(() => response.destroy());
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host: Host = {
    port: typeof address === 'object' && address ? address.port : 0,
    gated: false,
    received: [],
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session));

  async function serve(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
    const { method, url, authority } = request;
    const script = scripts[url];
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    if (method === 'GET' && request.headers['sec-fetch-dest'] !== 'empty') {
      const gate = host.gated ? `/scripts/gate-${authority.includes('hubspot') ? 'hubspot' : 'salesforce'}.js` : NONE;
      const page = `<!doctype html><link rel="icon" href="data:,"><script src="${gate}"></script><script src="/scripts/page.js"></script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) => (name.startsWith(':') ? [] : [[name, String(value)]])),
    );
    // Noted when it comes, so that the order is that of arrival.
    const received: Received = { method, url, headers, body: '' };
    host.received.push(received);
    received.body = await bodyOf(request);
    const answer = answerTo(received);
    await new Promise((done) => setTimeout(done, answer.delay));
    const open = { 'access-control-allow-origin': headers.origin ?? '*', 'access-control-allow-credentials': 'true' };
    response.writeHead(answer.status, { ...answer.headers, ...open }).end(answer.body);
  }
  return host;
}
