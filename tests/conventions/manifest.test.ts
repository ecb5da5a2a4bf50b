/** The manifest, word for word, and why each permission is there. */
import { describe, expect, it } from 'vitest';
import { managedSchema } from '../../lib/policy-schema';
import { z } from '../../lib/zod';
import { filesBelow, textOf } from './files';

const manifest = z
  .looseObject({
    permissions: z.array(z.string()),
    host_permissions: z.array(z.string()),
    optional_host_permissions: z.array(z.string()),
    storage: z.object({ managed_schema: z.string() }),
    content_scripts: z.array(z.looseObject({ js: z.array(z.string()), world: z.string().optional() })),
  })
  .parse(JSON.parse(textOf('.output/chrome-mv3/manifest.json')));

const WHY: Record<string, string> = {
  storage: 'settings, the organisation’s policy, and readings in memory while the browser runs',
  unlimitedStorage: 'ticks, journal and packs must not be evicted when the disk runs low',
  sidePanel: 'the panel itself',
  alarms: 'pack subscriptions are looked at every few hours, while the worker sleeps',
  'https://*.lightning.force.com/*': 'Salesforce Lightning, in every org, sandbox and developer edition',
  'https://*.hubspot.com/*': 'HubSpot; its regional app hosts cannot be named by a narrower pattern',
};

describe('the manifest', () => {
  it('asks for nothing that is not justified here', () => {
    expect([...manifest.permissions, ...manifest.host_permissions].sort()).toEqual(Object.keys(WHY).sort());
  });

  it('may be allowed, on a click and for one origin at a time, to read a pack from its host', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    const sources = ['components', 'entrypoints', 'lib'].flatMap((folder) => filesBelow(folder, /\.tsx?$/));
    expect(sources.filter((path) => textOf(path).includes('permissions.request('))).toEqual(['entrypoints/options/subscriptions.ts']);
  });

  it('has no powers that Handrail promises not to have', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/cookies|scripting|<all_urls>|webRequest|web_accessible_resources|unsafe-/);
  });

  it('tells the browser which rules a policy may set, in the file that is made from the code', () => {
    expect(manifest.storage).toEqual({ managed_schema: 'managed_schema.json' });
    expect(JSON.parse(textOf('.output/chrome-mv3/managed_schema.json'))).toEqual(managedSchema());
  });

  it('starts each gate before the watcher, so that their line is laid before any page script runs', () => {
    for (const crm of ['salesforce', 'hubspot']) {
      const own = manifest.content_scripts.filter(({ js }) => js.join().includes(crm));
      expect(own.map(({ world, js }) => [world, ...js])).toEqual([
        ['MAIN', `content-scripts/gate-${crm}.js`],
        [undefined, `content-scripts/watcher-${crm}.js`],
      ]);
    }
  });

  it('is this', () => {
    expect({ ...manifest, key: 'the public key', version: 'x' }).toMatchSnapshot();
  });
});
