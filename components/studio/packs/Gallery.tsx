/** The packs that come with Handrail: what each is for, what is in it, and putting one to use or taking a copy to fit it to the team. */
import { CircleCheck, Download } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { holds } from './contents';
import type { StarterSummary } from '../model';
import { Said, useTold } from '../Said';
import type { Undo } from './model';
import './gallery.css';

interface GalleryProps {
  starters: readonly StarterSummary[];
  /** The organisation chooses the packs: they are shown, and a copy may be taken. */
  isFixed: boolean;
  onUse(id: string): Promise<Undo>;
  onCopy(id: string): Promise<void>;
}

export function Gallery({ starters, isFixed, onUse, onCopy }: GalleryProps) {
  const [told, tell] = useTold();
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
                  disabled={isFixed}
                  onClick={() => tell(onUse(starter.id).then((undo) => ({ words: `${starter.title} is in use now.`, undo })))}
                >
                  Use this pack
                </Button>
              )}
              <Button
                look="quiet"
                icon={Download}
                aria-label={`Save a copy: ${starter.title}`}
                onClick={() => tell(onCopy(starter.id).then(() => ({ words: `A copy of ${starter.title} is in your downloads.` })))}
              >
                Save a copy
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {isFixed && <p className="hr-fixed">Set by your organisation: it chooses the rule packs. A copy may be taken.</p>}
      <Said told={told} onTell={tell} />
    </>
  );
}
