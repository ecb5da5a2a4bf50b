/** The lab's https server: both practice CRMs on one local port, told apart by the host name the browser asked for. */

import { once } from 'node:events';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildLab } from './build';
import { makeCertificate } from './certificate';
import { createHubspot } from './hubspot/site';
import { createSalesforce } from './salesforce/site';
import type { LabRequest, LabResponse, LabSite } from './site';

/** One request as it reached the lab. */
interface LabLogEntry {
  /** When it arrived, in milliseconds since 1970. */
  at: number;
  host: string;
  method: string;
  url: string;
  headers: LabRequest['headers'];
  body: string;
  /** The status it was answered with; 0 while it waits. */
  status: number;
}

export interface Lab {
  /** On 127.0.0.1. Tell the browser with host-resolver-rules (facts/browser.md §1.0). */
  port: number;
  salesforce: ReturnType<typeof createSalesforce>;
  hubspot: ReturnType<typeof createHubspot>;
  /** Every request since the start, oldest first. A test may empty it. */
  log: LabLogEntry[];
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Builds what is out of date and starts the server. `port` 0, the default, takes a free one. Rejects when the port is taken. */
export async function startLab({ port = 0 }: { port?: number } = {}): Promise<Lab> {
  const assets = await buildLab();
  const salesforce = createSalesforce(assets.salesforce);
  const hubspot = createHubspot(assets.hubspot);
  const sites: readonly LabSite[] = [salesforce, hubspot];
  const log: LabLogEntry[] = [];
  const server = createServer(await makeCertificate(sites.flatMap((site) => site.hosts)), (incoming, response) => {
    void answer(incoming, response, sites, log);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    salesforce,
    hubspot,
    log,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(incoming: IncomingMessage, response: ServerResponse, sites: readonly LabSite[], log: LabLogEntry[]): Promise<void> {
  const at = Date.now();
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const method = incoming.method ?? 'GET';
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  try {
    const body = await textOf(incoming);
    const url = new URL(incoming.url ?? '/', `https://${host || 'unknown'}`);
    const entry: LabLogEntry = { at, host, method, url: url.href, headers, body, status: 0 };
    log.push(entry);
    const site = sites.find((candidate) => candidate.hosts.some((pattern) => answersTo(pattern, host)));
    const result: LabResponse = site
      ? await site.handle({ method, url, headers, body })
      : { status: 421, body: `The lab has no host ${host}.` };
    entry.status = result.status;
    if (response.destroyed) return;
    response.writeHead(result.status, result.headers);
    response.end(result.body);
  } catch {
    // The browser went away in the middle, or a site broke its word not to throw: either way only this connection ends.
    response.destroy();
  }
}

function answersTo(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const label = host.slice(0, -(pattern.length - 1));
  return host.endsWith(pattern.slice(1)) && label !== '' && !label.includes('.');
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  incoming.setEncoding('utf8');
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return text;
}
