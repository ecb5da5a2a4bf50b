/** Which record this is, in which stage, and how far along its pipeline. */
import type { Outlook } from '../../lib/guard/outlook';
import type { Heading } from './model';
import { OptionsButton } from './OptionsButton';
import { StageBar } from './StageBar';
import { crmName, objectTitle } from './words';
import './header.css';

interface RecordHeaderProps {
  heading: Heading;
  outlook?: Outlook;
  onOpenOptions(): void;
}

export function RecordHeader({ heading, outlook, onOpenOptions }: RecordHeaderProps) {
  const object = objectTitle(heading.object);
  return (
    <header className="hr-header">
      <p className="hr-header__object">{`${object} · ${crmName(heading.crm)}`}</p>
      <h1 className="hr-header__name">{heading.name ?? `This ${object.toLowerCase()}`}</h1>
      {outlook && <StageBar outlook={outlook} />}
      <OptionsButton onOpen={onOpenOptions} />
    </header>
  );
}
