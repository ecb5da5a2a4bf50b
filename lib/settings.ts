/** Settings: small, versioned, in `browser.storage.local`. */
import { storage } from 'wxt/utils/storage';
import { z } from './zod';

const schema = z.object({
  /** Show the small in-page handle that opens the panel. */
  handle: z.boolean().default(true),
  /** The ids of the roles that the rep has said to have. */
  roles: z.array(z.string().max(64)).max(100).default([]),
  /** The pilot groups that the rep has said to be in. */
  groups: z.array(z.string().max(64)).max(100).default([]),
  /** The rep's name, as it stands beside what the rep confirms and asks for. */
  name: z.string().max(100).default(''),
  /** Read the values of a held move's records from the CRM when the page has not told them. */
  readAtMove: z.boolean().default(true),
});

export type Settings = z.infer<typeof schema>;

const defaults: Settings = schema.parse({});

/** Stored values are outside data: what is not a setting counts as never set. */
const read = (stored: unknown): Settings => schema.safeParse(stored).data ?? defaults;

/** A change that `schema` cannot read as it stands raises `version` and adds a numbered migration. */
const item = storage.defineItem<unknown>('local:settings', { fallback: defaults, version: 1 });

/** The change that was asked for last, and those before it. */
let changes: Promise<unknown> = Promise.resolve();

export const settings = {
  schema,
  async get(): Promise<Settings> {
    return read(await item.getValue());
  },
  async set(value: Settings): Promise<void> {
    await item.setValue(schema.parse(value));
  },
  /** Changes some of them. One after another: whoever leaves a box by a click on a switch changes two at once, and both count. */
  change(some: Partial<Settings>): Promise<void> {
    const mine = changes.then(async () => settings.set({ ...(await settings.get()), ...some }));
    changes = mine.catch(() => undefined);
    return mine;
  },
  /** Back to the defaults, with nothing left in storage. */
  async clear(): Promise<void> {
    await item.removeValue();
  },
  /** Calls back on every change, in whichever context it was made. Returns what ends that. */
  watch(changed: (settings: Settings) => void): () => void {
    return item.watch((value) => changed(read(value)));
  },
};
