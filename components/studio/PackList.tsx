/** Every pack on this machine; another one can be put to use. */
import { useState } from 'react';
import { CircleCheck } from 'lucide-react';
import { Button } from '../ui/Button';
import { dayWords } from '../ui/time';
import { cameFrom, holds } from './ActivePack';
import type { PackSummary } from './model';
import './packs.css';

interface PackListProps {
  packs: readonly PackSummary[];
  now: number;
  onActivate(id: string, version: string): Promise<void>;
}

export function PackList({ packs, now, onActivate }: PackListProps) {
  const [said, setSaid] = useState('');
  const activate = ({ id, version, title }: PackSummary): void => {
    onActivate(id, version).then(
      () => setSaid(`${title} ${version} is in use now.`),
      (error: unknown) => setSaid(error instanceof Error ? error.message : 'The pack could not be put to use.'),
    );
  };
  return (
    <div className="hr-group">
      <h3>Packs on this computer</h3>
      <ul className="hr-packs">
        {packs.map((pack) => (
          <li key={`${pack.id} ${pack.version}`}>
            <div>
              <p className="hr-packs__title">
                {pack.title} <span>{pack.version}</span>
              </p>
              <p className="hr-packs__about">
                {pack.publisher} · {cameFrom(pack)}, {dayWords(pack.addedAt, now)} · {holds(pack)}
              </p>
            </div>
            {pack.active ? (
              <p className="hr-pack__use">
                <CircleCheck size={14} aria-hidden /> In use
              </p>
            ) : (
              <Button aria-label={`Use this pack: ${pack.title} ${pack.version}`} onClick={() => activate(pack)}>
                Use this pack
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="hr-said">
        {said}
      </p>
    </div>
  );
}
