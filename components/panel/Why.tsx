/** "Why do I see this?": the pack, its version and publisher, who owns the SOP, and which stage value matched. */
import { Disclosure } from '../ui/Disclosure';
import { FactList } from '../ui/FactList';
import { dayWords } from '../ui/time';
import type { PackName, SopModel, Update } from './model';

export function Why({ model, now }: { model: SopModel; now: number }) {
  const { outlook, pack, stageSaid, byHand, update } = model;
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
          {
            name: 'Rule pack',
            entries: [
              `${pack.title}, version ${pack.version}, from ${pack.publisher}`,
              ...versionWords(pack, update, now),
              ...othersWords(pack),
            ],
          },
        ]}
      />
    </Disclosure>
  );
}

/** Why it is this version, where it is not simply the one in use. */
function versionWords({ version, since }: PackName, update: Update | null, now: number): string[] {
  if (update)
    return [`Version ${update.to} is in use by now. ${update.stage} was begun with version ${version}, and that counts until you choose.`];
  return since ? [`Version ${version} has counted here since ${dayWords(since.at, now)}, in place of ${since.from}.`] : [];
}

/** Why it is this pack, where others are in use too. */
function othersWords({ layer, others }: PackName): string[] {
  if (others.length === 0) return [];
  const listed = new Intl.ListFormat('en').format(others.map((other) => `${other.title} (${layerWords[other.layer]})`));
  return [
    `It holds ${layerWords[layer]} rules. Also in use, but not here: ${listed}. The first that knows this kind of record counts: the company’s before the team’s, and the team’s before your own.`,
  ];
}

const layerWords = { company: 'the company’s', team: 'the team’s', personal: 'your own' } as const;
