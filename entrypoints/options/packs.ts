/** Pack rows as the studio shows them: the one in use first, then the newest. */
import type { Contents, PackSummary, StarterSummary } from '../../components/studio/model';
import { localise } from '../../lib/pack/localise';
import type { Pack, PackFile } from '../../lib/pack/schema';
import type { PackRow } from '../../lib/progress/db';

export function summaries(rows: readonly PackRow[]): PackSummary[] {
  return [...rows].sort((a, b) => b.active - a.active || b.addedAt - a.addedAt).map(summary);
}

function summary({ id, version, source, addedAt, active, pack: file }: PackRow): PackSummary {
  const pack = localise(file, navigator.languages);
  const { title, publisher, description, roles } = pack;
  return { id, version, title, publisher, description, source, addedAt, active: active === 1, roles, ...countsOf(pack) };
}

export function starterSummary(file: PackFile): Omit<StarterSummary, 'active'> {
  const pack = localise(file, navigator.languages);
  const { id, title, description } = pack;
  return { id, title, description: description ?? '', ...countsOf(pack), sopTitles: pack.sops.map((sop) => sop.title) };
}

function countsOf({ pipelines, sops }: Pack): Contents {
  return { pipelines: pipelines.length, stages: pipelines.reduce((sum, { stages }) => sum + stages.length, 0), sops: sops.length };
}
