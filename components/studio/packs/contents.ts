/** How much a pack holds, in words. */
import type { Contents } from '../shapes';

/** "2 pipelines, 14 stages, 9 SOPs". */
export function holds({ pipelines, stages, sops }: Contents): string {
  return [counted(pipelines, 'pipeline'), counted(stages, 'stage'), counted(sops, 'SOP')].join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
