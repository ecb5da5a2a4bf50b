/** The main screen: the record, how far it is, its SOPs' steps, and what must hold before it leaves the stage. */
import type { SopModel } from './model';
import type { PanelEvents } from './events';
import { ByHandNotice } from './ByHandNotice';
import { ExitCriteria } from './ExitCriteria';
import { RecordHeader } from './RecordHeader';
import { RecordNews } from './RecordNews';
import { SopSection } from './SopSection';
import { Summary } from './Summary';
import { Why } from './Why';
import { WordsAndCodes } from './WordsAndCodes';

export function SopScreen({ model, now, events }: { model: SopModel; now: number; events: PanelEvents }) {
  const { heading, outlook } = model;
  return (
    <>
      <RecordHeader heading={heading} outlook={outlook} onOpenOptions={events.onOpenOptions} />
      <ByHandNotice byHand={model.byHand} onPlace={events.onPlace} />
      <Summary model={model} />
      <RecordNews model={model} outlook={outlook} now={now} events={events} />
      {outlook.sops.map((view, place) => (
        <SopSection key={view.sop.id} view={view} aside={place > 0} model={model} now={now} events={events} />
      ))}
      <ExitCriteria model={model} now={now} events={events} />
      <div className="hr-panel__foot">
        <WordsAndCodes handbook={model.handbook} />
        <Why model={model} now={now} />
      </div>
    </>
  );
}
