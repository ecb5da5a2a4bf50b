/** "How well this page is read": for a rep who wonders, and for whoever helps. Copied as plain text with one click. */
import { CopyButton } from '../ui/CopyButton';
import { Disclosure } from '../ui/Disclosure';
import { FactList } from '../ui/FactList';
import { healthParts, healthText } from './health-card';
import type { HealthModel } from './health-card';
import './health.css';

interface HealthCardProps {
  /** Null until the tab was asked, which it is while the card is open. */
  health: HealthModel | null;
  now: number;
  onLook(looks: boolean): void;
}

export function HealthCard({ health, now, onLook }: HealthCardProps) {
  return (
    <Disclosure summary="How well this page is read" onToggle={onLook}>
      {health && (
        <div className="hr-health">
          <FactList facts={healthParts(health, now).map(({ name, lines }) => ({ name, entries: lines }))} />
          <div className="hr-health__copy">
            <CopyButton look="plain" what="how well this page is read" text={() => healthText(health, now)} />
            <p>For support. Without the record’s name, id or values.</p>
          </div>
        </div>
      )}
    </Disclosure>
  );
}
