/** "Why do I see this?": the pack, its version and publisher, who owns the SOP, and which stage value matched. */
import { Disclosure } from '../ui/Disclosure';
import type { SopModel } from './model';
import './why.css';

export function Why({ model }: { model: SopModel }) {
  const { outlook, pack, stageSaid } = model;
  const owners = outlook.sops.map(({ sop }) => (sop.owner ? `${sop.title}: ${sop.owner}` : `${sop.title}: no owner named`));
  return (
    <Disclosure summary="Why do I see this?">
      <dl className="hr-why">
        <dt>Stage</dt>
        <dd>
          {stageSaid.field} says “{stageSaid.value}”, which is {outlook.stage.title} in {outlook.pipeline.title}.
        </dd>
        <dt>{owners.length === 1 ? 'SOP and its owner' : 'SOPs and their owners'}</dt>
        {owners.map((owner) => (
          <dd key={owner}>{owner}</dd>
        ))}
        <dt>Rule pack</dt>
        <dd>
          {pack.title}, version {pack.version}, from {pack.publisher}
        </dd>
      </dl>
    </Disclosure>
  );
}
