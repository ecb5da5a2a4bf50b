/** Isolated world: follows the record in view, answers the gate, and shows the overlays. */
import { defineContentScript } from '#imports';
import { showGuard } from '../components/overlay/guard';
import { showHandle } from '../components/overlay/handle';
import { highlight } from '../components/overlay/highlight';
import { topDocument } from '../components/overlay/dom';
import { CRM_HOSTS, everyFrameOf } from '../lib/crm/hosts';
import { crmOf, pages } from '../lib/crm';
import type { View } from '../lib/crm/adapter';
import { layLine } from '../lib/gate/channel';
import { askWorker } from '../lib/messages/send';
import { startWatcher } from '../lib/watcher/watcher';

function orgOf(view: View): string {
  return view.kind === 'record' ? view.record.org : view.kind === 'list' ? view.org : '';
}

export default defineContentScript({
  ...everyFrameOf(...CRM_HOSTS),
  noScriptStartedPostMessage: true,
  main(ctx) {
    const crm = URL.canParse(globalThis.origin) ? crmOf(new URL(globalThis.origin).hostname) : null;
    if (!crm) return;
    const page = pages[crm];
    const top = topDocument(window);
    const openPanel = () => void askWorker('open-panel', null).catch(() => undefined);
    startWatcher({
      crm,
      page,
      scope: window,
      line: layLine(window),
      org: () => orgOf(page.locate(new URL(top.location.href))),
      signal: ctx.signal,
      alive: () => ctx.isValid,
      ask: (verdicts, recordName, signal) =>
        showGuard({
          page: top,
          verdicts,
          recordName,
          findField: (field) => page.findField(top, field),
          openPanel,
          signal,
        }),
      highlight,
      showHandle: () => showHandle(document, openPanel),
    });
  },
});
