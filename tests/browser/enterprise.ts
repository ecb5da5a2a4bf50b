/** What an IT department does: a policy file of the browser, and a packed build with an update server. */
import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from './chromium';

const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** Where Chromium looks for its policies on Linux. */
const POLICIES = '/etc/chromium/policies/managed';

/** Whether this machine lets us write a policy: its administrator's hand is needed, so on a colleague's laptop most often not. */
export function mayWritePolicies(): boolean {
  try {
    accessSync('/etc/chromium', constants.W_OK);
    return process.platform === 'linux';
  } catch {
    return false;
  }
}

/** The id that a browser gives to whatever carries this key: the first half of its hash, in the letters a to p. */
export function extensionId(publicKey: Buffer): string {
  const hash = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...hash].map((digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join('');
}

export interface Copy {
  /** The unpacked extension. */
  folder: string;
  id: string;
  /** Gives it another version, as the next build would have. */
  becomes(version: string): Promise<void>;
  /** The packed extension as it is now. */
  pack(): Promise<Buffer>;
  remove(): Promise<void>;
}

/** The production build under a key of its own, so that a policy for it reaches no other browser test on this machine. */
export async function copyOfBuild(): Promise<Copy> {
  const place = await mkdtemp(join(tmpdir(), 'handrail-copy-'));
  const folder = join(place, 'extension');
  const keyFile = join(place, 'key.pem');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const change = async (part: object): Promise<void> => {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...manifest, ...part }));
  };
  await cp(BUILD, folder, { recursive: true });
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await change({ key: key.toString('base64') });
  return {
    folder,
    id: extensionId(key),
    becomes: (version) => change({ version }),
    async pack() {
      const profile = join(place, 'profile');
      await promisify(execFile)(findChromium(), [
        '--headless',
        '--no-sandbox',
        `--user-data-dir=${profile}`,
        `--pack-extension=${folder}`,
        `--pack-extension-key=${keyFile}`,
      ]);
      return readFile(`${folder}.crx`);
    },
    remove: () => rm(place, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export interface PolicyFile {
  /** In one step, as a tool that rolls policies out would: the browser never sees half a file. */
  write(policies: object): Promise<void>;
  remove(): Promise<void>;
}

/** A policy file of its own, beside those that the machine may have. */
export function policyFile(id: string): PolicyFile {
  const path = join(POLICIES, `handrail-test-${id}.json`);
  return {
    async write(policies) {
      await mkdir(POLICIES, { recursive: true });
      await writeFile(`${path}.new`, JSON.stringify(policies));
      await rename(`${path}.new`, path);
    },
    remove: () => rm(path, { force: true }),
  };
}

/** The policy of one extension, as it stands in a policy file. */
export const rulesFor = (id: string, rules: object): object => ({ '3rdparty': { extensions: { [id]: rules } } });

export interface UpdateServer {
  /** What policies call `update_url`. */
  url: string;
  offer(version: string, crx: Buffer): void;
  close(): Promise<void>;
}

/** Says which version of an extension is the newest, and hands it out: the two files that an organisation which hosts an extension itself puts on a web space. */
export async function updateServer(id: string): Promise<UpdateServer> {
  let newest: { version: string; crx: Buffer } | undefined;
  const server = createServer((request, response) => {
    if (!newest) return response.writeHead(404).end();
    if (request.url?.startsWith('/handrail.crx')) {
      return response.writeHead(200, { 'content-type': 'application/x-chrome-extension' }).end(newest.crx);
    }
    const check = `<updatecheck codebase="${origin}/handrail.crx" version="${newest.version}"/>`;
    const app = `<app appid="${id}">${check}</app>`;
    return response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">${app}</gupdate>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/update.xml`,
    offer: (version, crx) => void (newest = { version, crx }),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
