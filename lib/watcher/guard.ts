/** The watcher's end of a hold: acknowledges, has it judged, asks the rep, and settles it. Never keeps a save that it cannot answer for. */
import type { Page, Reading, RecordRef, WireMove, WireRequest } from '../crm/adapter';
import { BEAT_MS, VERDICT_MS } from '../gate/hold';
import type { Found, FromGate, Line, Passed, Refusal, Seen, ToGate } from '../gate/channel';
import type { Card } from '../guard/card';
import { openRecords } from '../guard/open';
import type { Decision, Held, Look, ToWorker } from '../messages/protocol';
import { READ_MS } from './read';

/** What the CRM's own screen shows for a save that the rep took back. Says nothing of the pack: the page can read it. */
export const REFUSAL = 'Not saved: you went back in Handrail.';

/** Records that are read at one held save, at most. */
const MOST_READS = 10;
/** Of the time that the gate waits for a verdict, what is kept for the way there and back. Milliseconds. */
const SPARE_MS = 150;
/** What is kept for the judge's second look, after a read. */
const JUDGE_MS = 150;

export interface GuardSetting {
  line: Line<ToGate, FromGate>;
  refuse: Page['refuse'];
  judge: (held: Held) => Promise<ToWorker['judge']['answer']>;
  /**
   * Reads some records once, so that `readings` knows them. False where nothing new is known then. Settles by `signal` at the latest.
   */
  read: (request: WireRequest, records: RecordRef[], signal: AbortSignal) => Promise<boolean>;
  /** Resolves once the decision is in the journal. */
  decided: (held: Held, decision: Decision) => Promise<{ refuse: number[] }>;
  missed: (moves: WireMove[], why: string) => void;
  /** Shows the gaps; resolves with what the rep chose, or rejects when `signal` aborts or when it cannot be shown. */
  ask: (card: Card, look: Look, signal: AbortSignal) => Promise<Decision>;
  /** Everything that is known of some records by now. */
  readings: (ids: ReadonlySet<string>) => Reading[];
  /** A record's name, where the page has told it. */
  nameOf: (id: string) => string | null;
  /** How many records a save to "all that match" goes to, where the page has told. */
  matching: (request: WireRequest) => number | undefined;
  /** The org of this page, for requests that do not name theirs. */
  org: () => string;
  /** Record responses that passed the gate, and the last requests of any kind. */
  heard: (seen: Seen[], passed?: Passed[]) => void;
  /** False once the extension is gone; asking aborts `signal` then. */
  alive: () => boolean;
  signal: AbortSignal;
}

/** A held save with what the judge says of it. */
type Judged = { held: Held } & Pick<ToWorker['judge']['answer'], 'card' | 'look'>;

/** What stays by the rep's own word. */
function staying({ moves }: Held, { records }: Card, decision: Decision): number[] {
  if (decision.kind === 'on') return [];
  return decision.kind === 'some' ? openRecords(records, decision.confirmed).map(({ move }) => move) : moves.map((_, at) => at);
}

export function createGuard(setting: GuardSetting): void {
  const { line, signal } = setting;
  /** The holds that the gate still keeps; aborted when it gives one up. */
  const live = new Map<number, AbortController>();
  /** How many of them the rep is asked about. */
  let asking = 0;
  let beating: ReturnType<typeof setInterval> | undefined;

  function beat(): void {
    if (asking === 0 || !setting.alive()) clearInterval(beating);
    else line.post({ say: 'beat' });
  }

  /** A request need not name the page's org, nor the object of a record whose id does not tell it: what is known of the record does. */
  function placed<T extends { record: RecordRef }>(item: T): T {
    const { org, object, id } = item.record;
    if (org && object) return item;
    const known = object || setting.readings(new Set([id]))[0]?.record.object || '';
    return { ...item, record: { ...item.record, org: org || setting.org(), object: known } };
  }

  /** A hold that is given up is journalled by the gate's own word, if at all. */
  function miss({ moves }: Found, why: string, gone: AbortSignal): number[] {
    if (!gone.aborted) setting.missed(moves.map(placed), why);
    return [];
  }

  /** The moves that stay. */
  async function askRep(id: number, found: Found, held: Held, card: Card, look: Look, gone: AbortSignal): Promise<number[]> {
    asking++;
    line.post({ say: 'asking', id });
    clearInterval(beating);
    beating = setInterval(beat, BEAT_MS);
    try {
      const decision = await setting.ask(card, look, gone).catch(() => null);
      if (!decision) return miss(found, 'covered', gone);
      // Where the journal cannot be reached at all the rep's word still counts: the CRM is never locked by us.
      const { refuse } = await setting.decided(held, decision).catch(() => ({ refuse: staying(held, card, decision) }));
      return refuse;
    } finally {
      asking--;
    }
  }

  async function lookAt({ request, moves, splits }: Found, id: string): Promise<Judged & { unseen: number[] }> {
    const readings = setting.readings(new Set(moves.map(({ record }) => record.id)));
    const names = moves.map(({ record }) => setting.nameOf(record.id));
    const matching = setting.matching(request);
    const held = { id, moves: moves.map(placed), readings: readings.map(placed), names, splits, matching };
    return { held, ...(await setting.judge(held)) };
  }

  /** What the judge says, after a read where that may change it and there is time. What the judge said first stands where the second look is late. */
  async function judged(found: Found, gone: AbortSignal): Promise<Judged> {
    const ends = performance.now() + VERDICT_MS - SPARE_MS;
    const id = crypto.randomUUID();
    const first = await lookAt(found, id);
    const records = first.card ? first.unseen.slice(0, MOST_READS).flatMap((at) => first.held.moves[at]?.record ?? []) : [];
    const left = ends - performance.now();
    if (!records.length || left <= JUDGE_MS) return first;
    const limit = AbortSignal.timeout(Math.min(READ_MS, left - JUDGE_MS));
    const second = setting
      .read(found.request, records, AbortSignal.any([gone, limit]))
      .then((isNew) => (isNew ? lookAt(found, id) : first))
      .catch(() => first);
    return Promise.race([second, new Promise<Judged>((resolve) => setTimeout(resolve, left, first))]);
  }

  /** The moves that stay, by their place; none lets the whole save go. */
  async function staysOf(id: number, found: Found, seen: Seen[], gone: AbortSignal): Promise<number[]> {
    let known: Judged;
    try {
      setting.heard(seen);
      known = await judged(found, gone);
    } catch {
      return miss(found, 'no-verdict', gone);
    }
    const { held, card, look } = known;
    return gone.aborted || !card || !look ? [] : askRep(id, found, held, card, look, gone);
  }

  async function hold(id: number, found: Found, seen: Seen[]): Promise<void> {
    if (!setting.alive()) return;
    line.post({ say: 'ack', id });
    const controller = new AbortController();
    live.set(id, controller);
    let refuse: Refusal | undefined;
    try {
      const stays = await staysOf(id, found, seen, controller.signal);
      const moves = found.moves.filter((_, at) => stays.includes(at));
      if (moves[0]) refuse = { answer: setting.refuse(found.request, moves, REFUSAL), moves };
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
        hold(message.id, message, message.seen).catch(() => undefined);
        return;
      case 'drop':
        giveUp(message.id);
        return;
      case 'miss':
        if (message.id !== null) giveUp(message.id);
        setting.missed(message.moves.map(placed), message.why);
        return;
      case 'seen':
        setting.heard(message.seen, message.passed);
        return;
    }
  });

  signal.addEventListener('abort', () => {
    line.post({ say: 'retire' });
    clearInterval(beating);
    for (const controller of live.values()) controller.abort();
  });
}
