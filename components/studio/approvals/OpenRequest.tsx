/** A request: pasted, opened or dragged here, and what it asks for. */
import { useRef, useState } from 'react';
import { CodeIn } from '../../ui/CodeIn';
import { ApproveForm } from './ApproveForm';
import type { KeyView } from '../keys/model';
import type { ApprovalsEvents, OpenedRequest } from './model';
import { refusalWords } from './words';

interface OpenRequestProps {
  keys: readonly KeyView[];
  events: Pick<ApprovalsEvents, 'onOpenRequest' | 'onApprove'>;
}

export function OpenRequest({ keys, events }: OpenRequestProps) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<OpenedRequest | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  // What was pasted last counts, whichever is read first.
  const latest = useRef(0);

  const open = async (pasted: string): Promise<void> => {
    const turn = ++latest.current;
    setText(pasted);
    const found = pasted.trim() === '' ? null : await events.onOpenRequest(pasted).catch(inWords);
    if (turn !== latest.current) return;
    setOpened(found && 'request' in found ? found : null);
    setWrong(found === null || 'request' in found ? null : 'refused' in found ? refusalWords(found.refused) : found.message);
  };
  return (
    <div className="hr-group">
      <h3>Open a request</h3>
      <CodeIn label="What the rep sent you" placeholder="HRQ1…" value={text} wrong={wrong} onText={(pasted) => void open(pasted)} />
      {opened && <ApproveForm key={`${text} ${opened.openedAt}`} opened={opened} keys={keys} onApprove={events.onApprove} />}
    </div>
  );
}

function inWords(error: unknown): { message: string } {
  return { message: error instanceof Error ? error.message : 'The request could not be read. Try again.' };
}
