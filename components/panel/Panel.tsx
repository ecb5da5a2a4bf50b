/** The side panel: the screen that fits the model, how well the page is read, and a word about what was just done. Props in, events out. */
import { useRef } from 'react';
import type { PanelModel } from './model';
import type { PanelEvents } from './events';
import { Toast } from '../ui/Toast';
import { useFocusKept } from '../ui/useFocusKept';
import { EmptyScreen } from './EmptyScreen';
import type { HealthModel } from './health-card';
import { HealthCard } from './HealthCard';
import { OptionsButton } from './OptionsButton';
import { Skeleton } from './Skeleton';
import { SopScreen } from './SopScreen';
import './panel.css';

/** `id` tells two toasts with the same words apart. */
interface ToastModel {
  id: number;
  message: string;
  undo?: () => void;
}

interface PanelProps {
  model: PanelModel;
  /** Null while nobody looks. */
  health: HealthModel | null;
  /** Milliseconds since 1970, for "today". */
  now: number;
  toast: ToastModel | null;
  events: PanelEvents;
  onToastGone(): void;
}

export function Panel({ model, health, now, toast, events, onToastGone }: PanelProps) {
  const main = useRef<HTMLElement>(null);
  useFocusKept(main);
  return (
    <div className="hr-panel">
      <main ref={main} tabIndex={-1}>
        <Screen model={model} now={now} events={events} />
        {model.kind !== 'not-a-crm' && (
          // Hidden only, while the page is looked at: what was opened stays open.
          <div className="hr-panel__foot" hidden={model.kind === 'loading'}>
            <HealthCard health={health} now={now} onLook={events.onHealth} />
          </div>
        )}
      </main>
      {!('heading' in model) && <OptionsButton onOpen={events.onOpenOptions} />}
      <div className="hr-toast-place" role="status">
        {toast && <Toast key={toast.id} message={toast.message} onUndo={toast.undo} onGone={onToastGone} />}
      </div>
    </div>
  );
}

function Screen({ model, now, events }: Pick<PanelProps, 'model' | 'now' | 'events'>) {
  if (model.kind === 'loading') return <Skeleton />;
  // The key throws away open details and half-written reasons when another record comes into view.
  if (model.kind === 'sop') return <SopScreen key={model.heading.key} model={model} now={now} events={events} />;
  return <EmptyScreen model={model} now={now} events={events} />;
}
