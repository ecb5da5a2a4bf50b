/** A rule pack from a file. A bad file is refused whole; the pack in use stays. */
import { FileDrop } from './FileDrop';
import type { FileOutcome } from './model';
import { Outcome } from './Outcome';
import { useFile } from './use-file';

interface ImportPackProps {
  /** The pack in use, or null. */
  activeTitle: string | null;
  onImport(file: File): Promise<FileOutcome>;
}

export function ImportPack({ activeTitle, onImport }: ImportPackProps) {
  const [progress, take] = useFile(onImport);
  const kept = activeTitle === null ? 'Nothing was changed.' : `Nothing was changed: ${activeTitle} stays in use.`;
  return (
    <div className="hr-group">
      <h3>Add a rule pack</h3>
      <FileDrop
        choose="Choose a pack file"
        hint="or drag it here. JSON or YAML. It is checked whole before anything changes."
        accept=".json,.yaml,.yml"
        busy={progress.kind === 'busy'}
        onFile={take}
      />
      <Outcome progress={progress} kept={kept} />
    </div>
  );
}
