/** Pack rows as the studio shows them: the one in use first, then the newest. */
import type { PackSummary } from '../../components/studio/model';
import { localise } from '../../lib/pack/localise';
import type { PackRow } from '../../lib/progress/db';

export function summaries(rows: readonly PackRow[]): PackSummary[] {
  return [...rows].sort((a, b) => b.active - a.active || b.addedAt - a.addedAt).map(summary);
}

function summary({ id, version, source, addedAt, active, pack: file }: PackRow): PackSummary {
  const pack = localise(file, navigator.languages);
  return {
    id,
    version,
    title: pack.title,
    publisher: pack.publisher,
    description: pack.description,
    source,
    addedAt,
    active: active === 1,
    pipelines: pack.pipelines.length,
    stages: pack.pipelines.reduce((sum, { stages }) => sum + stages.length, 0),
    sops: pack.sops.length,
  };
}
