/** Puts the gate into one frame: the line to the watcher, and the wrappers around the page's transports. */
import type { Wire } from '../crm/adapter';
import { answerLine } from './channel';
import { wrapFetch } from './fetch';
import { createGate } from './gate';
import { wrapXhr } from './xhr';

/** Installs the gate in one frame. Without a watcher at the other end of the line nothing is wrapped at all. */
export function installGate(scope: Window & typeof globalThis, wire: Wire): void {
  answerLine(scope, (line) => {
    const gate = createGate(scope, wire, line, scope.setTimeout);
    wrapXhr(scope, gate);
    wrapFetch(scope, gate);
  });
}
