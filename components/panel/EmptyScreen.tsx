/** The screens with nothing to tick: each says what is the matter in a sentence, and the next step. */
import { Compass, FileQuestionMark, FolderInput, MousePointerClick, PlugZap, RefreshCw, ScanSearch, TriangleAlert } from 'lucide-react';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Notice } from '../ui/Notice';
import type { PanelEvents } from './events';
import type { NoSop, PackName, PanelModel } from './model';
import { ByHandNotice } from './ByHandNotice';
import { RecordHeader } from './RecordHeader';
import { RecordNews } from './RecordNews';
import { StageByHand } from './StageByHand';
import { crmName, objectTitle } from './words';

type Empty = Exclude<PanelModel, { kind: 'sop' } | { kind: 'loading' }>;

export function EmptyScreen({ model, now, events }: { model: Empty; now: number; events: PanelEvents }) {
  const refresh = (
    <Button look="primary" icon={RefreshCw} onClick={events.onRefreshTab}>
      Refresh this tab
    </Button>
  );
  const reload = (
    <Button look="primary" icon={RefreshCw} onClick={events.onReloadPanel}>
      Reload this panel
    </Button>
  );
  const options = (
    <Button look="primary" icon={FolderInput} onClick={events.onOpenOptions}>
      Choose a rule pack
    </Button>
  );
  switch (model.kind) {
    case 'not-a-crm':
      return (
        <Notice icon={Compass} title="Open a record">
          <p>Your steps show up here when you open a deal, opportunity or lead in Salesforce or HubSpot.</p>
        </Notice>
      );
    case 'stale-tab':
      return (
        <Notice icon={PlugZap} title="Refresh this tab" next={refresh}>
          <p>This page was open before Handrail was installed or updated, so it cannot be read yet. Save your work, then refresh.</p>
        </Notice>
      );
    case 'no-pack':
      return (
        <Notice icon={FolderInput} title="No rule pack yet" next={options}>
          <p>A rule pack holds your team’s SOPs. Your manager can send you the file.</p>
        </Notice>
      );
    case 'error':
      return (
        <Notice icon={TriangleAlert} title="Handrail cannot go on here" next={reload}>
          <p>{model.message}</p>
        </Notice>
      );
    case 'no-record':
      return (
        <Notice icon={MousePointerClick} title={noRecordTitle(model)}>
          <p>{noRecordWords(model)}</p>
        </Notice>
      );
    case 'unreadable':
      return (
        <>
          <RecordHeader heading={model.heading} onOpenOptions={events.onOpenOptions} />
          <RecordNews model={model} outlook={null} now={now} events={events} />
          <Notice icon={ScanSearch} level={2} title="The stage could not be read" next={refresh}>
            <p>
              Without it the right steps cannot be chosen. Make the stage visible on the page, refresh this tab, or choose the stage
              yourself.
            </p>
            {model.tried.length > 0 && (
              <Disclosure summary="What was tried">
                <ul>
                  {model.tried.map((way) => (
                    <li key={way}>{way}</li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </Notice>
          <section className="hr-unread" aria-labelledby="by-hand">
            <h2 id="by-hand">Or choose the stage by hand</h2>
            <StageByHand choices={model.choices} onChoose={events.onPlace} />
          </section>
        </>
      );
    case 'no-sop':
      return (
        <>
          <RecordHeader heading={model.heading} onOpenOptions={events.onOpenOptions} />
          <ByHandNotice byHand={model.byHand} onPlace={events.onPlace} />
          <RecordNews model={model} outlook={null} now={now} events={events} />
          <Notice
            icon={FileQuestionMark}
            level={2}
            title={noSopTitle(model.reason, model.heading.object)}
            next={<Button onClick={events.onOpenOptions}>See the rule pack</Button>}
          >
            <p>{noSopWords(model.reason, model.pack)}</p>
          </Notice>
        </>
      );
  }
}

function noRecordTitle({ object, why }: Extract<Empty, { kind: 'no-record' }>): string {
  if (why === 'classic') return 'Salesforce Classic cannot be read';
  return object ? `Open one ${objectTitle(object).toLowerCase()}` : 'Open a record';
}

function noRecordWords({ crm, object, why }: Extract<Empty, { kind: 'no-record' }>): string {
  switch (why) {
    case 'list':
      return `This page shows many records. Open one ${object ? objectTitle(object).toLowerCase() : 'record'} and its steps show up here.`;
    case 'new':
      return 'This record is not saved yet. Its steps show up here once it is.';
    case 'classic':
      return 'Switch to Lightning Experience, then open a record.';
    case 'setup':
      return 'This is a setup page. Open a record and its steps show up here.';
    case 'other-page':
      return `This ${crmName(crm)} page has no record on it. Open one and its steps show up here.`;
  }
}

function noSopTitle(reason: NoSop, object: string): string {
  switch (reason.why) {
    case 'object-not-in-pack':
      return `No SOPs for this ${objectTitle(object).toLowerCase()}`;
    case 'stage-not-in-pack':
      return 'This stage is not in the rule pack';
    case 'stage-without-sop':
      return `No steps in ${reason.stage}`;
    case 'not-for-this-rep':
      return `Nothing for you in ${reason.stage}`;
  }
}

function noSopWords(reason: NoSop, { title }: PackName): string {
  switch (reason.why) {
    case 'object-not-in-pack':
      return `${title} covers other kinds of records. You can work on as usual.`;
    case 'stage-not-in-pack':
      return `The record says “${reason.stage}”. ${title} does not know that stage: tell whoever keeps the rule pack.`;
    case 'stage-without-sop':
      return `${title} asks for nothing in this stage of ${reason.pipeline}. You can work on as usual.`;
    case 'not-for-this-rep':
      return `What ${title} asks for in this stage is for other roles or other records. Your role is in the options.`;
  }
}
