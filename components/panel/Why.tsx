/** "Why do I see this?": the pack, its version and publisher, who owns the SOP, and which stage value matched. */
import { Disclosure } from '../ui/Disclosure';
import { FactList } from '../ui/FactList';
import type { SopModel } from './model';

export function Why({ model }: { model: SopModel }) {
  const { outlook, pack, stageSaid, byHand } = model;
  const owners = outlook.sops.map(({ sop }) => (sop.owner ? `${sop.title}: ${sop.owner}` : `${sop.title}: no owner named`));
  const matched = byHand
    ? `You chose ${outlook.stage.title} in ${outlook.pipeline.title} by hand.`
    : `${stageSaid.field} says “${stageSaid.value}”, which is ${outlook.stage.title} in ${outlook.pipeline.title}.`;
  return (
    <Disclosure summary="Why do I see this?">
      <FactList
        facts={[
          { name: 'Stage', entries: [matched] },
          { name: owners.length === 1 ? 'SOP and its owner' : 'SOPs and their owners', entries: owners },
          { name: 'Rule pack', entries: [`${pack.title}, version ${pack.version}, from ${pack.publisher}`] },
        ]}
      />
    </Disclosure>
  );
}
