/** The options page: three groups of parts, one group in view at a time, so that nobody has to pass by what is for others. */
import { useEffect, useSyncExternalStore } from 'react';
import { TriangleAlert } from 'lucide-react';
import { ForAdmins } from './ForAdmins';
import { ForManagers } from './ForManagers';
import { ForYou } from './ForYou';
import type { StudioEvents, StudioModel } from './model';
import './studio.css';

/** The ids are addresses: `options.html#keys`. The first group is shown where none is named. */
const GROUPS = [
  {
    id: 'you',
    title: 'For you',
    parts: [
      { id: 'pack', title: 'Rule packs' },
      { id: 'settings', title: 'Settings' },
      { id: 'subscriptions', title: 'Subscriptions' },
      { id: 'library', title: 'Starter library' },
      { id: 'history', title: 'History' },
      { id: 'data', title: 'Your data' },
      { id: 'privacy', title: 'Privacy' },
    ],
  },
  {
    id: 'managers',
    title: 'For managers',
    parts: [
      { id: 'keys', title: 'Keys' },
      { id: 'publish', title: 'Publish' },
      { id: 'approvals', title: 'Approvals' },
    ],
  },
  {
    id: 'admins',
    title: 'For admins',
    parts: [
      { id: 'organisation', title: 'Your organisation' },
      { id: 'trust', title: 'Trusted keys' },
    ],
  },
] as const;

export function Studio({ model, now, events }: { model: StudioModel; now: number; events: StudioEvents }) {
  const place = useSyncExternalStore(onPlace, () => location.hash.slice(1));
  const shown = GROUPS.find(({ id, parts }) => id === place || parts.some((part) => part.id === place)) ?? GROUPS[0];
  const isRead = model.packs !== undefined && model.keys !== undefined;
  // The browser looks for the place before it is drawn.
  useEffect(() => {
    if (isRead && place !== '') document.getElementById(place)?.scrollIntoView();
  }, [place, isRead]);
  return (
    <div className="hr-studio">
      <header className="hr-studio__top">
        <h1>Handrail</h1>
        <nav aria-label="Options">
          <ul className="hr-studio__nav">
            {GROUPS.map((group) => (
              <li key={group.id}>
                <a href={`#${group.id}`} aria-current={group === shown ? 'true' : undefined}>
                  {group.title}
                </a>
                {group === shown && (
                  <ul className="hr-studio__parts">
                    {group.parts.map(({ id, title }) => (
                      <li key={id}>
                        <a href={`#${id}`}>{title}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className="hr-studio__main" id={shown.id}>
        {model.trouble && (
          <p className="hr-studio__trouble" role="alert">
            <TriangleAlert size={16} aria-hidden />
            {model.trouble}
          </p>
        )}
        {shown.id === 'you' && <ForYou model={model} now={now} events={events} />}
        {shown.id === 'managers' && <ForManagers model={model} now={now} events={events} />}
        {shown.id === 'admins' && <ForAdmins model={model} now={now} events={events} />}
      </main>
    </div>
  );
}

function onPlace(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
