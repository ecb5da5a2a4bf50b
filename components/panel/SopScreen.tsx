/** The main screen: the record, how far it is, its SOPs' steps, and what must hold before it leaves the stage. */
import type { SopModel } from './model';
import type { PanelEvents } from './events';
import { Debts } from './Debts';
import { ExitCriteria } from './ExitCriteria';
import { MissedNotice } from './MissedNotice';
import { RecordHeader } from './RecordHeader';
import { SopSection } from './SopSection';
import { Summary } from './Summary';
import { Why } from './Why';
import { WordsAndCodes } from './WordsAndCodes';

export function SopScreen({ model, now, events }: { model: SopModel; now: number; events: PanelEvents }) {
  const { heading, outlook } = model;
  return (
    <>
      <RecordHeader heading={heading} outlook={outlook} onOpenOptions={events.onOpenOptions} />
      <Summary outlook={outlook} />
      <MissedNotice missed={model.missed} now={now} criteria={outlook.sops.some(({ exit }) => exit.length > 0)} />
      <Debts debts={model.debts} now={now} />
      {outlook.sops.map((view, place) => (
        <SopSection key={view.sop.id} view={view} aside={place > 0} model={model} now={now} events={events} />
      ))}
      <ExitCriteria sops={outlook.sops} crm={heading.crm} now={now} onShowField={events.onShowField} />
      <div className="hr-panel__foot">
        <WordsAndCodes handbook={model.handbook} />
        <Why model={model} />
      </div>
    </>
  );
}
