/** Every behaviour, by the files that hold them. */
import type { Behaviour } from './behaviour';

const files = import.meta.glob<{ default: Behaviour | Behaviour[] }>('../behaviours/*.ts', { eager: true });

export const behaviours: Behaviour[] = Object.values(files).flatMap((file) => file.default);
