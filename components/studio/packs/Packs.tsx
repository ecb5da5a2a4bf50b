/** Every pack on this computer, one entry each: those in use first, in the order in which they count. */
import type { ReactNode } from 'react';
import { Package } from 'lucide-react';
import { Said, useTold } from '../Said';
import type { PacksEvents, PackView } from './model';
import { PackEntry } from './PackEntry';
import './packs.css';
import '../rows.css';

interface PacksProps {
  /** Those in use first, in order of precedence; then the newest. Undefined until they are read. */
  packs: readonly PackView[] | undefined;
  now: number;
  events: PacksEvents;
  /** What stands between the packs in use and the others. */
  children?: ReactNode;
}

export function Packs({ packs, now, events, children }: PacksProps) {
  const [told, tell] = useTold();
  const entries = entriesOf(packs ?? []);
  const inUse = entries.filter(([shown]) => shown.inUse);
  const others = entries.filter(([shown]) => !shown.inUse);
  const list = (of: typeof entries) => (
    <ul className="hr-rows">
      {of.map((versions) => (
        <PackEntry key={versions[0].id} versions={versions} now={now} events={events} onTell={tell} />
      ))}
    </ul>
  );
  return (
    <>
      {packs && inUse.length === 0 && (
        <div className="hr-card hr-pack">
          <Package size={20} aria-hidden />
          <div>
            <h3>No rule pack in use</h3>
            <p>Add the file that your manager sent you, and your steps show up beside your deals.</p>
          </div>
        </div>
      )}
      {inUse.length > 0 && list(inUse)}
      {inUse.length > 1 && (
        <p className="hr-said">
          Where two packs know the same kind of record, company goes before team, and team before yours. Rules of two packs are never mixed.
        </p>
      )}
      <Said told={told} onTell={tell} />
      {children}
      {others.length > 0 && (
        <div className="hr-group">
          <h3>Not in use</h3>
          {list(others)}
        </div>
      )}
    </>
  );
}

type Versions = [shown: PackView, ...others: PackView[]];

/** The versions of each pack together. The first stands for all: the one in use, or else the newest. */
function entriesOf(packs: readonly PackView[]): Versions[] {
  const entries = new Map<string, Versions>();
  for (const pack of packs) {
    const entry = entries.get(pack.id);
    if (entry) entry.push(pack);
    else entries.set(pack.id, [pack]);
  }
  return [...entries.values()];
}
