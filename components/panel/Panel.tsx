/** The side panel: the screen that fits the model, and a word about what was just done. Props in, events out. */
import type { PanelModel } from './model';
import type { PanelEvents } from './events';
import { Toast } from '../ui/Toast';
import { EmptyScreen } from './EmptyScreen';
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
  /** Milliseconds since 1970, for "today". */
  now: number;
  toast: ToastModel | null;
  events: PanelEvents;
  onToastGone(): void;
}

export function Panel({ model, now, toast, events, onToastGone }: PanelProps) {
  return (
    <div className="hr-panel">
      <main>
        <Screen model={model} now={now} events={events} />
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
