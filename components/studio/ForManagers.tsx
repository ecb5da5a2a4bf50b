/** What managers need to hand rules out: a key, a signed file, and approvals by code. */
import { Approvals } from './approvals/Approvals';
import { Keys } from './keys/Keys';
import type { StudioEvents, StudioModel } from './model';
import { Part } from './Part';
import { Publish } from './publish/Publish';

export function ForManagers({ model, now, events }: { model: StudioModel; now: number; events: StudioEvents }) {
  const { keys, approvers, drafts } = model;
  return (
    <>
      <Part
        id="keys"
        title="Keys"
        intro="A signature says “these rules are ours, and nobody has changed them”. It is made with a key that only you have. The same key approves."
      >
        {keys && <Keys keys={keys} now={now} events={events.keys} />}
      </Part>
      <Part id="publish" title="Publish" intro="Check a draft, sign it, and save the file that you hand out.">
        {keys && drafts && <Publish drafts={drafts} keys={keys} now={now} events={events.publish} />}
      </Part>
      <Part
        id="approvals"
        title="Approvals"
        intro="Approve what a rep asks for, by a code that only your key can make. Handrail sends nothing; you hand the codes over yourselves."
      >
        {keys && approvers && <Approvals keys={keys} approvers={approvers} events={events.approvals} />}
      </Part>
    </>
  );
}
