/** The rep's own data: take it along, bring it back, or delete it. */
import { useState } from 'react';
import { Download } from 'lucide-react';
import { Button } from '../ui/Button';
import { DeleteEverything } from './DeleteEverything';
import { FileDrop } from './FileDrop';
import type { StudioEvents } from './model';
import { Outcome } from './Outcome';
import { useFile } from './use-file';

export function YourData({ events }: { events: StudioEvents }) {
  const [exported, setExported] = useState('');
  const { progress, take } = useFile(events.onImportData);
  const save = (): void => {
    setExported('');
    events.onExport().then(
      () => setExported('The file is in your downloads.'),
      (error: unknown) => setExported(error instanceof Error ? error.message : 'The export failed. Nothing was changed.'),
    );
  };
  return (
    <>
      <div className="hr-group">
        <h3>Export</h3>
        <p>One file with everything: ticks, answers, overrides, the journal and your rule packs.</p>
        <div className="hr-line">
          <Button icon={Download} onClick={save}>
            Export everything
          </Button>
          <span role="status">{exported}</span>
        </div>
      </div>
      <div className="hr-group">
        <h3>Import</h3>
        <FileDrop
          choose="Choose an export file"
          hint="or drag it here. It is added to what is here; nothing newer is overwritten."
          accept=".json"
          busy={progress.kind === 'busy'}
          onFile={take}
        />
        <Outcome progress={progress} kept="Nothing was changed." />
      </div>
      <DeleteEverything onDelete={events.onDeleteEverything} />
    </>
  );
}
