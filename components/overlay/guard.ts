/** The guard: every gap of a held save at once, and the rep's choice. Back is the default; nothing is saved meanwhile. */
import type { CardGap, GapRef } from '../../lib/guard/card';
import { openGaps, openRecords } from '../../lib/guard/open';
import type { Decision } from '../../lib/messages/protocol';
import type { Question } from '../../lib/watcher/overlays';
import { mountLayer, onPress } from './dom';
import { highlight } from './highlight';
import { readReason, unfit } from './reason';
import { standing } from './stand';
import { tell } from './words';
import { sendWrong, toggleWrong } from './wrong';

/** What counts only where the rep sees what they press. */
const GUARDED = ['on', 'some', 'confirm'];

/** Resolves with the rep's choice; rejects when `signal` aborts first, or when the page keeps the guard out of the rep's reach. */
export function showGuard({ page, card, look, findField, addressOf, wrongHere, openPanel, signal }: Question): Promise<Decision> {
  const { records, ready } = card;
  const gaps = records.flatMap((record) => record.gaps);
  const several = records.length + ready > 1;
  /** What the rep stands for. */
  let confirmed: CardGap[] = [];

  return new Promise<Decision>((resolve, reject) => {
    const opener = page.activeElement;
    const layer = mountLayer(page, look.style, look.drawing);
    const { root } = layer;
    const part = (id: string): HTMLElement => root.getElementById(id) ?? missing(id);
    const [title, hint, on, some, back] = [part('title'), part('hint'), part('on'), part('some'), part('back')];
    const [reason, legend, bar] = [part('reason'), part('legend'), part('bar')];
    const dialog = root.querySelector('dialog') ?? missing('dialog');
    const stand = standing(layer, dialog, () => leave('covered'));
    let unring: (() => void) | undefined;
    let asksReason = false;

    function close(): void {
      stand.end();
      unring?.();
      layer.remove();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    }
    function leave(why: string): void {
      close();
      reject(new Error(why));
    }
    function decide(decision: Decision): void {
      close();
      resolve(decision);
    }
    /** Says what is in the way of what the rep pressed. */
    function warn(say: () => void): void {
      say();
      hint.classList.add('wrong');
    }

    function stoodFor(): { confirmed?: GapRef[] } {
      return confirmed.length > 0 ? { confirmed: confirmed.map(({ move, sop, criterion }) => ({ move, sop, criterion })) } : {};
    }

    /** Says what is open now, and offers the ways on that there are. Nothing that is above or below the cursor moves. */
    function refresh(): void {
      const left = openRecords(records, confirmed);
      const open = left.flatMap((record) => openGaps(record, confirmed));
      const blocks = new Set(open.filter(({ severity }) => severity === 'block').map(({ label }) => label));
      const going = records.length + ready - left.length;
      const count = several ? left.length : open.length;
      asksReason = blocks.size === 0 && open.some(({ severity }) => severity === 'reason');
      if (count > 1) tell(title, 'many', count);
      else tell(title, count ? 'one' : 'none');
      tell(on, left.length === 0 ? 'save' : asksReason ? 'reason' : 'on');
      tell(some, going > 1 ? 'many' : 'one', going);
      tell(legend, asksReason ? 'asked' : 'idle');
      tell(hint, blocks.size > 0 ? 'blocked' : 'rest', [...blocks].join(' · '));
      hint.classList.remove('wrong');
      on.hidden = blocks.size > 0;
      some.hidden = !card.splits || going === 0 || left.length === 0;
      // Once shown, the form for the reason keeps its place.
      reason.hidden &&= !asksReason;
      reason.toggleAttribute('disabled', !asksReason);
      on.classList.toggle('primary', left.length === 0);
      back.classList.toggle('primary', left.length > 0);
      root.querySelectorAll<HTMLElement>('.count').forEach((each, at) => {
        const one = records[at];
        const number = one ? openGaps(one, confirmed).length + Number(one.fromUnknown) : 0;
        tell(each, number > 0 ? 'open' : 'ready', number);
      });
    }

    function goOn(): void {
      const field = asksReason ? unfit(reason) : undefined;
      if (field) {
        warn(() => (hint.textContent = field.dataset['missing'] ?? ''));
        field.focus();
      } else {
        decide({ kind: 'on', ...(asksReason && readReason(reason)), ...stoodFor() });
      }
    }

    function confirm(toggle: HTMLElement): void {
      const gap = gaps[Number(toggle.dataset['gap'])];
      if (!gap) return;
      const isConfirmed = !confirmed.includes(gap);
      confirmed = isConfirmed ? [...confirmed, gap] : confirmed.filter((other) => other !== gap);
      toggle.setAttribute('aria-pressed', String(isConfirmed));
      [toggle.textContent, toggle.dataset['other']] = [toggle.dataset['other'] ?? '', toggle.textContent];
      refresh();
    }

    /** Lets the rep see a field of the page, while the save stays held. */
    function show(link: HTMLElement): void {
      const element = findField(link.dataset['field'] ?? '');
      if (!element) {
        const said = link.nextElementSibling;
        if (said instanceof HTMLElement) tell(said, 'absent');
        return;
      }
      stand.close();
      bar.hidden = false;
      part('bar-back').focus({ preventScroll: true });
      unring?.();
      unring = highlight(element);
    }

    function again(): void {
      bar.hidden = true;
      stand.open();
      back.focus();
    }

    const acts: Readonly<Record<string, (pressed: HTMLElement) => void>> = {
      back: () => decide({ kind: 'back' }),
      some: () => decide({ kind: 'some', ...stoodFor() }),
      on: goOn,
      confirm,
      show,
      again,
      panel: openPanel,
      wrong: toggleWrong,
    };
    onPress(root, (target) => {
      const pressed = target.closest<HTMLElement>('[data-do]');
      const name = pressed?.dataset['do'] ?? '';
      const act = () => pressed && acts[name]?.(pressed);
      if (GUARDED.includes(name)) void stand.seen().then((isSeen) => (isSeen ? act() : warn(() => tell(hint, 'covered'))));
      else act();
    });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target;
      const gap = form instanceof HTMLFormElement ? gaps[Number(form.dataset['gap'])] : undefined;
      const of = records.find(({ move }) => move === gap?.move);
      if (!gap || !of || !(form instanceof HTMLFormElement)) return;
      const { sop, criterion } = gap;
      void sendWrong(form, (comment) => wrongHere({ record: of.record, sop, criterion, comment }));
    });
    // Escape. The browser's own `cancel` cannot be sent by the page: its event does not cross the closed root.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (event.isTrusted) decide({ kind: 'back' });
    });
    bar.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Escape') decide({ kind: 'back' });
    });
    signal.addEventListener('abort', () => leave('gone'));

    for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-record]')) {
      const one = records[Number(link.dataset['record'])];
      const address = one ? addressOf(one.record) : null;
      if (address === null) link.remove();
      else link.href = address;
    }
    refresh();
    stand.open();
    back.focus();
  });
}

function missing(part: string): never {
  throw new Error(`The drawing has no ${part}.`);
}
