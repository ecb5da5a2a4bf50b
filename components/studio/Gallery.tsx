/** The packs that come with Handrail: what each is for, what is in it, and putting one to use or taking a copy to fit it to the team. */
import { useState } from 'react';
import { CircleCheck, Download } from 'lucide-react';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { holds } from './ActivePack';
import type { StarterSummary } from './model';
import './gallery.css';

interface GalleryProps {
  starters: readonly StarterSummary[];
  onUse(id: string): Promise<void>;
  onCopy(id: string): Promise<void>;
}

export function Gallery({ starters, onUse, onCopy }: GalleryProps) {
  const [said, setSaid] = useState('');
  const run = (work: Promise<void>, done: string): void => {
    work.then(
      () => setSaid(done),
      (error: unknown) => setSaid(error instanceof Error ? error.message : 'That did not work. Try again.'),
    );
  };
  return (
    <>
      <ul className="hr-gallery">
        {starters.map((starter) => (
          <li key={starter.id} className="hr-card hr-starter">
            <h3>{starter.title}</h3>
            <p>{starter.description}</p>
            <p className="hr-starter__holds">{holds(starter)}</p>
            <Disclosure summary="What is in it">
              <ul className="hr-starter__sops">
                {starter.sopTitles.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            </Disclosure>
            <div className="hr-starter__do">
              {starter.active ? (
                <p className="hr-pack__use">
                  <CircleCheck size={14} aria-hidden /> In use
                </p>
              ) : (
                <Button
                  aria-label={`Use this pack: ${starter.title}`}
                  onClick={() => run(onUse(starter.id), `${starter.title} is in use now. The pack before is kept below.`)}
                >
                  Use this pack
                </Button>
              )}
              <Button
                look="quiet"
                icon={Download}
                aria-label={`Save a copy: ${starter.title}`}
                onClick={() => run(onCopy(starter.id), `A copy of ${starter.title} is in your downloads.`)}
              >
                Save a copy
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="hr-said">
        {said}
      </p>
    </>
  );
}
