/** The rules changed since the record came into its stage: what is different in plain sentences, and the choice between now and the next stage. */
import { useId } from 'react';
import { FilePenLine } from 'lucide-react';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import type { PanelEvents } from './events';
import type { Heading, Update } from './model';
import { objectTitle } from './words';
import './update.css';

interface UpdateCardProps {
  /** Null where no update waits. */
  update: Update | null;
  heading: Heading;
  events: Pick<PanelEvents, 'onTakeUpdate' | 'onPutOffUpdate'>;
}

/** So many changes are told at once. */
const AT_ONCE = 5;

/** Its live region is always there, so that an update under an open panel is read out. */
export function UpdateCard({ update, heading, events }: UpdateCardProps) {
  return (
    <>
      <p role="status" className="hr-hidden">
        {update && !update.putOff && titleOf(update, heading)}
      </p>
      {update && (update.putOff ? <PutOff update={update} heading={heading} events={events} /> : <Card {...{ update, heading, events }} />)}
    </>
  );
}

function Card({ update, heading, events }: UpdateCardProps & { update: Update }) {
  const id = useId();
  const { from, to, kind, changes, again } = update;
  const [first, more] = [changes.slice(0, AT_ONCE), changes.slice(AT_ONCE)];
  return (
    <section className="hr-update" aria-labelledby={id}>
      <h2 id={id}>
        <FilePenLine size={15} aria-hidden />
        {titleOf(update, heading)}
      </h2>
      <p>
        {kind === 'needs-decision'
          ? `Version ${to} would judge it by other rules. Until you choose it, version ${from} counts here.`
          : `Version ${to} asks for more or something else. Until you choose it, version ${from} counts here.`}
      </p>
      <Changes sentences={first} />
      {more.length > 0 && (
        <Disclosure summary={`${more.length} more`}>
          <Changes sentences={more} />
        </Disclosure>
      )}
      {again.length > 0 && (
        <>
          <p>You would be asked again for:</p>
          <Changes sentences={again} />
        </>
      )}
      <div className="hr-update__buttons">
        <Button onClick={() => events.onTakeUpdate(update)}>Use the new version</Button>
        <Button look="quiet" onClick={() => events.onPutOffUpdate(update)}>
          Keep until the next stage
        </Button>
      </div>
    </section>
  );
}

/** What was put off is there to be taken after all. */
function PutOff({ update, heading, events }: UpdateCardProps & { update: Update }) {
  const { from, to, stage } = update;
  return (
    <section className="hr-update" aria-label="An update that waits">
      <p>
        Version {from} counts until this {objectTitle(heading.object).toLowerCase()} leaves {stage}. Version {to} comes after that.
      </p>
      <div className="hr-update__buttons">
        <Button look="text" onClick={() => events.onTakeUpdate(update)}>
          Use version {to} now
        </Button>
      </div>
    </section>
  );
}

function Changes({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="hr-update__changes">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function titleOf({ stage }: Update, { object }: Heading): string {
  return `The rules changed since this ${objectTitle(object).toLowerCase()} entered ${stage}`;
}
