/** A short word about what was just done, with a way back. Leaves after ten seconds, but not while it is pointed at or holds the focus. */
import { useEffect, useState } from 'react';
import { Undo2, X } from 'lucide-react';
import { Button, IconButton } from './Button';
import './toast.css';

export const TOAST_MS = 10_000;

interface ToastProps {
  message: string;
  onUndo?: () => void;
  onGone: () => void;
}

/** Stands in a live region that is always there: give it a `key` per message, so that each has its own ten seconds. */
export function Toast({ message, onUndo, onGone }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, onGone]);
  return (
    <div
      className="hr-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{message}</span>
      <div className="hr-toast__buttons">
        {onUndo && (
          <Button look="quiet" icon={Undo2} onClick={onUndo}>
            Undo
          </Button>
        )}
        <IconButton icon={X} label="Dismiss" onClick={onGone} />
      </div>
    </div>
  );
}
