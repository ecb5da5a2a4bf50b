/** The overlays, as the watcher asks for them. */
import type { Overlays } from '../../lib/watcher/overlays';
import { hush } from './dom';
import { showGuard } from './guard';
import { showHandle } from './handle';
import { highlight } from './highlight';

export const overlays: Overlays = { ask: showGuard, highlight, hush, showHandle };
