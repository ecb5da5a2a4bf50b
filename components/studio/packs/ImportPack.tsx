/** A rule pack from a file, signed or not. A bad file is refused whole, and one with a new key is asked about; the packs in use stay. */
import { FileDrop } from '../FileDrop';
import type { FileOutcome } from '../model';
import { Outcome } from '../Outcome';
import { TrustCard } from '../trust/TrustCard';
import { useFile } from '../use-file';

interface ImportPackProps {
  now: number;
  /** What is in use stays when a file is refused: its titles. */
  inUse: readonly string[];
  /** `trusts`: the id of the key that the person has just decided to trust. */
  onImport(file: File, trusts?: string): Promise<FileOutcome>;
}

export function ImportPack({ now, inUse, onImport }: ImportPackProps) {
  const { progress, take, leave } = useFile(onImport);
  const asked = progress.kind === 'over' && progress.outcome.kind === 'ask' ? { file: progress.file, ask: progress.outcome.ask } : null;
  const kept =
    inUse.length === 0
      ? 'Nothing was changed.'
      : `Nothing was changed: ${inUse.join(', ')} ${inUse.length === 1 ? 'stays' : 'stay'} in use.`;
  return (
    <div className="hr-group">
      <h3>Add a rule pack</h3>
      <FileDrop
        choose="Choose a pack file"
        hint="or drag it here: a signed .handrail file, or a draft in JSON or YAML. It is checked whole before anything changes."
        accept=".handrail,.json,.yaml,.yml"
        busy={progress.kind === 'busy'}
        onFile={take}
      />
      {asked && (
        <TrustCard
          ask={asked.ask}
          now={now}
          onTrust={() => take(asked.file, asked.ask.claims.key)}
          onLeave={() => leave(asked.file, 'You did not trust its key.')}
        />
      )}
      <Outcome progress={progress} kept={kept} />
    </div>
  );
}
