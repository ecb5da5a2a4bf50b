/** The portal around every page: navigation, the place the address stands for, and the alerts. */

import { Building2, Flame, Handshake, Search, Ticket, Users } from 'lucide-react';
import { COMPANY, CONTACT, DEAL, LEAD, TICKET } from '../records';
import { Alerts } from './alerts';
import { BoardPage } from './board/board-page';
import { CreatorPage } from './creator/creator-page';
import { indexPath, placeOf, usePathname } from './location';
import type { Place } from './location';
import { Link } from './parts/link';
import { RecordPage } from './record/record-page';
import { StagePrompt } from './parts/stage-prompt';
import styles from './styles/shell.module.css';
import { TablePage } from './table/table-page';

const SECTIONS = [
  { objectTypeId: CONTACT, label: 'Contacts', Icon: Users, href: indexPath(CONTACT, 'list') },
  { objectTypeId: COMPANY, label: 'Companies', Icon: Building2, href: indexPath(COMPANY, 'list') },
  { objectTypeId: DEAL, label: 'Deals', Icon: Handshake, href: indexPath(DEAL, 'board') },
  { objectTypeId: LEAD, label: 'Leads', Icon: Flame, href: indexPath(LEAD, 'list') },
  { objectTypeId: TICKET, label: 'Tickets', Icon: Ticket, href: indexPath(TICKET, 'board') },
];

export function App() {
  const place = placeOf(usePathname());
  // The create form stands alone in its frame.
  if (place.kind === 'creator') return <CreatorPage objectTypeId={place.objectTypeId} />;
  return (
    <div className={styles.shell}>
      <nav className={styles.rail} aria-label="Main">
        <span className={styles.logo} aria-hidden="true" />
        {SECTIONS.map(({ objectTypeId, label, Icon, href }) => (
          <Link
            key={objectTypeId}
            href={href}
            className={styles.railLink}
            aria-current={typeOf(place) === objectTypeId ? 'page' : undefined}
          >
            <Icon size={20} aria-hidden="true" />
            <span>{label}</span>
          </Link>
        ))}
      </nav>
      <header className={styles.top}>
        <div className={styles.search}>
          <Search size={16} aria-hidden="true" />
          <span>Search the practice portal</span>
        </div>
        <span className={styles.portal}>Acme practice portal</span>
        <span className={styles.avatar} aria-label="Robin Vale">
          RV
        </span>
      </header>
      <main className={styles.main}>
        <PlaceView place={place} />
      </main>
      <StagePrompt />
      <Alerts />
    </div>
  );
}

function PlaceView({ place }: { place: Exclude<Place, { kind: 'creator' }> }) {
  switch (place.kind) {
    case 'record':
      return <RecordPage target={place.key} />;
    case 'list':
      return <TablePage key={place.objectTypeId} objectTypeId={place.objectTypeId} />;
    case 'board':
      return <BoardPage key={place.objectTypeId} objectTypeId={place.objectTypeId} />;
    case 'unknown':
      return <p className={styles.notice}>There is nothing at this address.</p>;
  }
}

function typeOf(place: Exclude<Place, { kind: 'creator' }>): string | null {
  switch (place.kind) {
    case 'record':
      return place.key.objectTypeId;
    case 'list':
    case 'board':
      return place.objectTypeId;
    case 'unknown':
      return null;
  }
}
