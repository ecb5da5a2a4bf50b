/** The watcher's end of a hold: acknowledges, has it judged, asks the rep, and settles it. Never keeps a save that it cannot answer for. */
import type { Page, Reading, WireMove, WireRequest } from '../crm/adapter';
import { BEAT_MS } from '../gate/hold';
import type { FromGate, Line, Refusal, Seen, ToGate } from '../gate/channel';
import type { Verdict } from '../guard/judge';
import type { Decision, Held } from '../messages/protocol';

/** What the CRM's own screen shows for a save that the rep took back. Says nothing of the pack: the page can read it. */
export const REFUSAL = 'Not saved: you went back in Handrail.';

export interface GuardSetting {
  line: Line<ToGate, FromGate>;
  refuse: Page['refuse'];
  judge: (held: Held) => Promise<Verdict[]>;
  /** Resolves once the decision is in the journal. */
  decided: (held: Held, decision: Decision) => Promise<{ go: boolean }>;
  missed: (moves: WireMove[], why: string) => void;
  /** Shows the gaps; resolves with what the rep chose, or rejects when `signal` aborts. */
  ask: (verdicts: Verdict[], signal: AbortSignal) => Promise<Decision>;
  /** Everything that is known of some records by now. */
  readings: (ids: ReadonlySet<string>) => Reading[];
  /** The org of this page, for requests that do not name theirs. */
  org: () => string;
  /** Record responses that passed the gate. */
  heard: (seen: Seen[]) => void;
  /** False once the extension is gone; asking aborts `signal` then. */
  alive: () => boolean;
  signal: AbortSignal;
}

export function createGuard(setting: GuardSetting): void {
  const { line, signal } = setting;
  /** The holds that the gate still keeps; aborted when it gives one up. */
  const live = new Map<number, AbortController>();
  /** How many of them the rep is asked about. */
  let asking = 0;
  /** Puts a refusal into the real answer to the rest of its batch. */
  const merges = new Map<number, (answer: string) => string>();
  let beating: ReturnType<typeof setInterval> | undefined;

  function beat(): void {
    if (asking === 0 || !setting.alive()) clearInterval(beating);
    else line.post({ say: 'beat' });
  }

  function placed<T extends { record: Reading['record'] }>(item: T): T {
    return item.record.org ? item : { ...item, record: { ...item.record, org: setting.org() } };
  }

  async function askRep(id: number, held: Held, verdicts: Verdict[], gone: AbortSignal): Promise<boolean> {
    asking++;
    line.post({ say: 'asking', id });
    clearInterval(beating);
    beating = setInterval(beat, BEAT_MS);
    try {
      const decision = await setting.ask(verdicts, gone);
      // Where the journal cannot be reached at all the rep's word still counts: the CRM is never locked by us.
      const { go } = await setting.decided(held, decision).catch(() => ({ go: decision.kind === 'on' }));
      return go;
    } finally {
      asking--;
    }
  }

  /** True to let a held save go. */
  async function mayGo(id: number, moves: WireMove[], seen: Seen[], gone: AbortSignal): Promise<boolean> {
    let held: Held;
    let verdicts: Verdict[];
    try {
      setting.heard(seen);
      const readings = setting.readings(new Set(moves.map((move) => move.record.id)));
      held = { id: crypto.randomUUID(), moves: moves.map(placed), readings: readings.map(placed) };
      verdicts = await setting.judge(held);
    } catch {
      // A hold that is given up is journalled by the gate's own word, if at all.
      if (!gone.aborted) setting.missed(moves.map(placed), 'no-verdict');
      return true;
    }
    return gone.aborted || verdicts.every((verdict) => verdict.kind === 'allow') || askRep(id, held, verdicts, gone);
  }

  function refusalOf(id: number, request: WireRequest, moves: WireMove[]): Refusal {
    const refusal = setting.refuse(request, moves, REFUSAL);
    if ('body' in refusal) return refusal;
    merges.set(id, refusal.merge);
    return { forward: refusal.forward };
  }

  async function hold(id: number, request: WireRequest, moves: WireMove[], seen: Seen[]): Promise<void> {
    if (!setting.alive()) return;
    line.post({ say: 'ack', id });
    const controller = new AbortController();
    live.set(id, controller);
    let refuse: Refusal | undefined;
    try {
      if (!(await mayGo(id, moves, seen, controller.signal))) refuse = refusalOf(id, request, moves);
    } finally {
      if (live.delete(id)) line.post({ say: 'settle', id, refuse });
    }
  }

  function giveUp(id: number): void {
    live.get(id)?.abort();
    live.delete(id);
  }

  line.hear((message) => {
    switch (message.say) {
      case 'hold':
        hold(message.id, message.request, message.moves, message.seen).catch(() => undefined);
        return;
      case 'drop':
        giveUp(message.id);
        return;
      case 'miss':
        if (message.id !== null) giveUp(message.id);
        setting.missed(message.moves.map(placed), message.why);
        return;
      case 'merge':
        line.post({ say: 'merged', id: message.id, answer: merges.get(message.id)?.(message.answer) ?? message.answer });
        merges.delete(message.id);
        return;
      case 'seen':
        setting.heard(message.seen);
        return;
    }
  });

  signal.addEventListener('abort', () => {
    line.post({ say: 'retire' });
    clearInterval(beating);
    for (const controller of live.values()) controller.abort();
  });
}
