/** The word about what was just done: a way back for ten seconds, longer while somebody is at it. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import { TOAST_MS } from '../../../components/ui/Toast';
import { NO_EVENTS, NOW, sopModel } from './fixtures';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms));
}

function show() {
  const undo = vi.fn();
  const gone = vi.fn();
  const toast = { id: 1, message: 'Done: Send the recap email', undo };
  render(<Panel model={sopModel()} now={NOW} health={null} toast={toast} events={NO_EVENTS} onToastGone={gone} />);
  return { undo, gone };
}

describe('the toast', () => {
  it('is in a live region', () => {
    show();
    expect(screen.getByText('Done: Send the recap email').closest('[role=status]')).toBeTruthy();
  });

  it('undoes', () => {
    const { undo } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
  });

  it('goes after ten seconds and not before', () => {
    const { gone } = show();
    pass(TOAST_MS - 1);
    expect(gone).not.toHaveBeenCalled();
    pass(1);
    expect(gone).toHaveBeenCalledOnce();
  });

  it('stays while it holds the focus', () => {
    const { gone } = show();
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    pass(TOAST_MS * 2);
    expect(gone).not.toHaveBeenCalled();
  });
});
