/** What the organisation's policy says: managed storage, never trusted as it stands, and kept so that what it closed stays closed. */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { heed, inForce, ruleProblem, UNTOLD, type PolicyKey, type PolicyProblem } from './policy-rules';
import { policyKeys, type Policy } from './policy-schema';
import { sameJson } from './progress/same-json';
import { z } from './zod';

/** The policy, and how well it could be read: for the page that shows what the organisation has set. */
export interface PolicyState {
  policy: Policy;
  /** Whether the browser has answered at all. Until then, seconds after the first start, nothing is set: it is not known yet. */
  isKnown: boolean;
  /** The rules that the policy sets, or has set and not lifted. */
  set: readonly PolicyKey[];
  /** The rules that could not be read: the last good one counts. */
  problems: readonly PolicyProblem[];
  /** When these rules came, in milliseconds since 1970; null where no policy ever did. */
  toldAt: number | null;
}

/** Policies change by several keys at once: a browser may tell that in several steps. */
const SETTLE_MS = 150;

const shape = z.object({
  /** The last good value of each key that the policy has set. */
  rules: z.record(z.string(), z.unknown()),
  problems: z.array(ruleProblem).catch([]),
  toldAt: z.number().nullable().catch(null),
});

type Kept = z.infer<typeof shape>;

const item = storage.defineItem<unknown>('local:policy');

/** Null until the browser has told the policy for the first time. The first versions of Handrail kept the values alone. */
function readKept(stored: unknown): Kept | null {
  const kept = shape.safeParse(stored).data;
  if (kept) return kept;
  const rules = z.record(z.string(), z.unknown()).safeParse(stored).data;
  const isOlder = rules !== undefined && policyKeys.some((key) => Object.hasOwn(rules, key));
  return isOlder ? { rules, problems: [], toldAt: null } : null;
}

const kept = async (): Promise<Kept | null> => readKept(await item.getValue());

const policyOf = (known: Kept | null): Policy => (known ? inForce(known.rules) : UNTOLD);

export const policy = {
  /** Answers at once, from what is kept: the browser's own answer may take seconds after a cold start (facts/browser.md §3), and `follow` sees to it. */
  async get(): Promise<Policy> {
    return policyOf(await kept());
  },

  /**
   * The same, but waits for the browser's first answer where there was none yet, once in the life of an installation. For what a person asks for
   * and a policy may forbid: rather wait than refuse what nobody forbids.
   */
  async known(): Promise<Policy> {
    if (!(await kept())) await policy.refresh(Date.now());
    return policy.get();
  },

  async state(): Promise<PolicyState> {
    const known = await kept();
    const { rules, problems, toldAt } = known ?? { rules: {}, problems: [], toldAt: null };
    return {
      policy: policyOf(known),
      isKnown: known !== null,
      set: policyKeys.filter((key) => Object.hasOwn(rules, key)),
      problems,
      toldAt,
    };
  },

  /**
   * Reads what the browser has of the policy now; true where other rules count from now on. A value that is not well-formed, or not there, counts
   * as the last good one: the browser drops a value of the wrong type without a word, so to lift a rule the policy has to say so.
   * @param now in milliseconds since 1970
   */
  async refresh(now: number): Promise<boolean> {
    const told = await browser.storage.managed.get().catch(() => null);
    // The browser cannot tell now: that is no answer.
    if (!told) return false;
    const before = await kept();
    const { rules, problems } = heed(told, before?.rules ?? {});
    const changed = !before || !sameJson(rules, before.rules);
    if (!changed && sameJson(problems, before.problems)) return false;
    const toldAt = changed && Object.keys(told).length > 0 ? now : (before?.toldAt ?? null);
    await item.setValue({ rules, problems, toldAt } satisfies Kept);
    return changed;
  },

  /** Reads the policy now and whenever the browser tells of a change, for as long as this context lives. `changed` hears that other rules count. */
  follow(changed: () => Promise<void>): void {
    let last = Promise.resolve();
    let settling: ReturnType<typeof setTimeout> | undefined;
    // One after another: an answer that came late must not put back what a newer one has set.
    const read = (): void => {
      last = last
        .then(async () => {
          if (await policy.refresh(Date.now())) await changed();
        })
        .catch(() => undefined);
    };
    read();
    browser.storage.managed.onChanged.addListener(() => {
      clearTimeout(settling);
      settling = setTimeout(read, SETTLE_MS);
    });
  },

  /** Calls back on every change of the state, in whichever context it was noticed. Returns what ends that. */
  watch(changed: () => void): () => void {
    return item.watch(() => changed());
  },
};
