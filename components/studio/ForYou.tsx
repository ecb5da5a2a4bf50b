/** What everybody needs: the packs, the few settings, and the data on this computer. */
import { Groups, Roles } from './Choices';
import { History } from './history/History';
import type { StudioEvents, StudioModel } from './model';
import { Gallery } from './packs/Gallery';
import { ImportPack } from './packs/ImportPack';
import { Packs } from './packs/Packs';
import { Part } from './Part';
import { Privacy } from './Privacy';
import { Settings } from './Settings';
import { Subscriptions } from './subscriptions/Subscriptions';
import { Welcome } from './Welcome';
import { YourData } from './YourData';

export function ForYou({ model, now, events }: { model: StudioModel; now: number; events: StudioEvents }) {
  const { packs, starters, fixed, history } = model;
  const inUse = packs?.filter((pack) => pack.inUse).map(({ title }) => title) ?? [];
  return (
    <>
      {model.welcome && <Welcome shortcut={model.shortcut} onOpenShortcuts={events.onOpenShortcuts} />}
      <Part id="pack" title="Rule packs" intro="Your team’s SOPs and the criteria a deal must meet before it moves on.">
        <Packs packs={packs} now={now} events={events.packs}>
          {fixed.packs ? (
            <p className="hr-fixed">Set by your organisation: it chooses the rule packs, and nobody can add others here.</p>
          ) : (
            <ImportPack now={now} inUse={inUse} onImport={events.onImportPack} />
          )}
        </Packs>
      </Part>
      <Part id="settings" title="Settings">
        <Roles roles={model.roles} mine={model.myRoles} isFixed={fixed.roles} onRoles={events.onRoles} />
        <Groups groups={model.groups} mine={model.myGroups} isFixed={fixed.groups} onGroups={events.onGroups} />
        <Settings {...model} {...events} />
      </Part>
      <Part id="subscriptions" title="Subscriptions" intro="Packs that are fetched from a web address, and kept up to date by themselves.">
        {model.subscriptions.subscriptions && <Subscriptions model={model.subscriptions} now={now} events={events.subscriptions} />}
      </Part>
      <Part
        id="library"
        title="Starter library"
        intro="Ready-made packs for Salesforce and HubSpot. Use one as it is, or save a copy and make it yours."
      >
        {starters && <Gallery starters={starters} isFixed={fixed.packs} onUse={events.onUseStarter} onCopy={events.onCopyStarter} />}
      </Part>
      <Part id="history" title="History" intro="Which packs were put to use on this computer, and when.">
        {history && <History activations={history} now={now} onUsePack={events.packs.onUsePack} />}
      </Part>
      <Part id="data" title="Your data" intro="Your ticks, notes, overrides and rule packs are kept in this browser, and nowhere else.">
        <YourData events={events} />
      </Part>
      <Part id="privacy" title="Privacy">
        <Privacy />
      </Part>
    </>
  );
}
