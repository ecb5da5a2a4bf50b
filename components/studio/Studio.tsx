/** The options page: rule packs, settings, and the data on this machine. Props in, events out. */
import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { ActivePack } from './ActivePack';
import { Approvals } from './approvals/Approvals';
import { Gallery } from './Gallery';
import { ImportPack } from './ImportPack';
import type { StudioEvents, StudioModel } from './model';
import { PackList } from './PackList';
import { Privacy } from './Privacy';
import { Roles } from './Roles';
import { Settings } from './Settings';
import { Welcome } from './Welcome';
import { YourData } from './YourData';
import './studio.css';

const PARTS = [
  { id: 'pack', title: 'Rule pack' },
  { id: 'library', title: 'Starter library' },
  { id: 'settings', title: 'Settings' },
  { id: 'approvals', title: 'Approvals' },
  { id: 'data', title: 'Your data' },
  { id: 'privacy', title: 'Privacy' },
] as const;

export function Studio({ model, now, events }: { model: StudioModel; now: number; events: StudioEvents }) {
  const active = model.packs?.find((pack) => pack.active);
  return (
    <div className="hr-studio">
      <header className="hr-studio__top">
        <h1>Handrail</h1>
        <nav aria-label="On this page">
          <ul className="hr-studio__nav">
            {PARTS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className="hr-studio__main">
        {model.trouble && (
          <p className="hr-studio__trouble" role="alert">
            <TriangleAlert size={16} aria-hidden />
            {model.trouble}
          </p>
        )}
        {model.welcome && <Welcome shortcut={model.shortcut} onOpenShortcuts={events.onOpenShortcuts} />}
        <Part id="pack" title="Rule pack" intro="Your team’s SOPs and the criteria a deal must meet before it moves on.">
          {model.packs && <ActivePack pack={active} now={now} />}
          <ImportPack activeTitle={active?.title ?? null} onImport={events.onImportPack} />
          {model.packs && model.packs.length > 1 && <PackList packs={model.packs} now={now} onActivate={events.onActivate} />}
        </Part>
        <Part
          id="library"
          title="Starter library"
          intro="Ready-made packs for Salesforce and HubSpot. Use one as it is, or save a copy and make it yours."
        >
          {model.starters && <Gallery starters={model.starters} onUse={events.onUseStarter} onCopy={events.onCopyStarter} />}
        </Part>
        <Part id="settings" title="Settings">
          {model.roles.length > 0 && <Roles roles={model.roles} mine={model.myRoles} onRoles={events.onRoles} />}
          <Settings {...model} {...events} />
        </Part>
        <Part
          id="approvals"
          title="Approvals"
          intro="For managers: approve what a rep asks for, by a code that only your key can make. Handrail sends nothing; you hand the codes over yourselves."
        >
          <Approvals model={model.approvals} now={now} events={events.approvals} />
        </Part>
        <Part id="data" title="Your data" intro="Your ticks, notes, overrides and rule packs are kept in this browser, and nowhere else.">
          <YourData events={events} />
        </Part>
        <Part id="privacy" title="Privacy">
          <Privacy />
        </Part>
      </main>
    </div>
  );
}

function Part({ id, title, intro, children }: { id: string; title: string; intro?: string; children: ReactNode }) {
  return (
    <section id={id} className="hr-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {intro && <p className="hr-part__intro">{intro}</p>}
      {children}
    </section>
  );
}
