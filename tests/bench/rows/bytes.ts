/** How much script goes into a CRM page. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measurement, Row } from '../row';
import type { Setting } from '../setting';

const BUDGET = 40_000;
const GATE_BUDGET = 10_000;

/** The scripts that the manifest puts into pages of `host`: paths in the build. */
async function scriptsFor({ build }: Setting, host: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8')) as chrome.runtime.ManifestV3;
  return (manifest.content_scripts ?? [])
    .filter(({ matches }) => matches?.some((match) => match.includes(host)))
    .flatMap(({ js }) => js ?? []);
}

export const bytes: Measurement = {
  what: 'Bytes of script in the CRM page',
  budget: '40 kB raw in all, 10 kB for the gate',
  how: 'the files that the built manifest puts into a page of each CRM, as they are on the disk. Overlays and their styles are in the watcher.',
  async measure(setting) {
    const rows: Row[] = [];
    for (const [name, host] of [
      ['Salesforce', 'force.com'],
      ['HubSpot', 'hubspot.com'],
    ] as const) {
      const scripts = await scriptsFor(setting, host);
      const sizes = await Promise.all(scripts.map(async (path) => ({ path, size: (await stat(join(setting.build, path))).size })));
      const sum = (list: typeof sizes): number[] => [list.reduce((total, { size }) => total + size, 0)];
      const gate = sizes.filter(({ path }) => path.includes('gate-'));
      if (gate.length !== 1 || sizes.length < 2) throw new Error(`The build puts ${scripts.join(', ')} into ${name} pages.`);
      rows.push({ what: `${name}, gate and watcher`, unit: 'B', samples: sum(sizes), by: 'median', budget: BUDGET });
      rows.push({ what: `${name}, gate alone`, unit: 'B', samples: sum(gate), by: 'median', budget: GATE_BUDGET });
    }
    return rows;
  },
};
