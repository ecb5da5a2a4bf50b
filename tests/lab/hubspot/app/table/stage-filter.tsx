/** The quick filter of a table: one stage, or all of them. */

import type { Stage } from '../data/metadata';
import { Dropdown } from '../parts/dropdown';

const ANY = { value: '', label: 'Any stage' };

export function StageFilter({ stages, value, onChange }: { stages: readonly Stage[]; value: string; onChange(stage: string): void }) {
  return <Dropdown label="Filter by stage" name="stage-filter" options={[ANY, ...stages]} value={value} onChoose={onChange} isBoxed />;
}
