/** The backup file: its shape, and reading one that is not to be trusted. */
import { PackError, parsePack } from '../pack/load';
import type { PackFile } from '../pack/schema';
import { z } from '../zod';
import { layers } from '../pack/layers';
import type {
  AnswerRow,
  ApprovalRow,
  BegunRow,
  ConfirmationRow,
  DebtRow,
  ElsewhereRow,
  PackRow,
  PlacedRow,
  SeenRow,
  TickRow,
} from './rows';
import { BackupError } from './errors';
import { journalEvent } from './journal-event';
import { parseRecordKey } from './record-key';

/** In characters. 100,000 journal events are some 25 million. */
const MAX_LENGTH = 128 * 1024 * 1024;

const text = z.string().min(1);
const instant = z.number().min(0).max(8.64e15);
const record = z.string().refine((key) => parseRecordKey(key) !== null, 'must be a record, such as salesforce|host|Opportunity|id');

const tick = z.object({
  record,
  pack: text,
  step: text,
  state: z.enum(['done', 'na', 'open']),
  reason: z.string().optional(),
  at: instant,
}) satisfies z.ZodType<TickRow>;

const answer = z.object({
  record,
  pack: text,
  answer: text,
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  at: instant,
}) satisfies z.ZodType<AnswerRow>;

const debt = z.object({
  id: text,
  record,
  pack: text,
  sop: text,
  criterion: text,
  label: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reasonCode: z.string().optional(),
  reasonLabel: z.string().optional(),
  note: z.string().optional(),
  openedAt: instant,
  until: instant.optional(),
  state: z.enum(['open', 'met', 'waived', 'expired']),
  closedAt: instant.optional(),
  waiver: z.string().optional(),
}) satisfies z.ZodType<DebtRow>;

const seen = z.object({
  record,
  stage: z.string().nullable(),
  at: instant,
  expected: z.array(z.object({ stage: z.string(), at: instant })).optional(),
}) satisfies z.ZodType<SeenRow>;

const confirmation = z.object({
  record,
  pack: text,
  sop: text,
  criterion: text,
  by: z.string(),
  at: instant,
}) satisfies z.ZodType<ConfirmationRow>;

const elsewhere = z.object({
  id: text,
  record,
  from: z.string(),
  to: z.string(),
  at: instant,
  state: z.enum(['open', 'settled', 'dismissed']),
  closedAt: instant.optional(),
}) satisfies z.ZodType<ElsewhereRow>;

const approval = z.object({
  record,
  pack: text,
  approval: text,
  by: z.string(),
  key: text,
  code: text,
  at: instant,
  until: instant,
}) satisfies z.ZodType<ApprovalRow>;

const placed = z.object({ record, stage: z.string(), pipeline: z.string().optional(), at: instant }) satisfies z.ZodType<PlacedRow>;

/**
 * `pack` itself is read by the one reader of packs, below. Who signed it is left out: a file that anybody can write must not say whom to trust.
 */
const packRow = z.object({
  id: text,
  version: text,
  pack: z.record(z.string(), z.unknown()),
  source: z.enum(['starter', 'file', 'subscription']),
  layer: z.enum(layers).default('personal'),
  addedAt: instant,
  active: z.union([z.literal(0), z.literal(1)]),
  activeAt: instant.optional(),
});

const begun = z.object({
  record,
  pack: text,
  version: text,
  stage: text,
  at: instant,
  putOff: text.optional(),
}) satisfies z.ZodType<BegunRow>;

/**
 * Later versions have tables that earlier ones did not know. In no backup: keys, whose private half cannot leave the browser; the keys that are
 * trusted and what they have brought; and subscriptions, which would have this browser ask hosts that nobody here has chosen.
 */
export const BACKUP_VERSION = 3;

const file = z.object({
  format: z.literal('handrail-backup'),
  version: z.int().min(1).max(BACKUP_VERSION),
  exportedAt: instant,
  tables: z.object({
    packs: z.array(packRow).refine(hasOneVersionEach, 'must have one version of a pack in use at most'),
    ticks: z.array(tick),
    answers: z.array(answer),
    journal: z.array(journalEvent),
    debts: z.array(debt),
    seen: z.array(seen),
    confirmations: z.array(confirmation).default([]),
    elsewhere: z.array(elsewhere).default([]),
    approvals: z.array(approval).default([]),
    placed: z.array(placed).default([]),
    begun: z.array(begun).default([]),
  }),
  settings: z.unknown(),
});

type File = z.infer<typeof file>;

function hasOneVersionEach(rows: readonly z.infer<typeof packRow>[]): boolean {
  const used = rows.filter(({ active }) => active === 1).map(({ id }) => id);
  return new Set(used).size === used.length;
}

/** Everything that Handrail keeps, as one JSON object. Settings are of whatever shape their own schema says. */
export interface Backup<Settings> extends Omit<File, 'tables' | 'settings'> {
  tables: Omit<File['tables'], 'packs'> & { packs: PackRow[] };
  settings: Settings;
}

/** Read a backup file's text. Rejects with BackupError, which has every problem and its place. */
export async function readBackup<Settings>(text: string, settingsSchema: z.ZodType<Settings>): Promise<Backup<Settings>> {
  if (text.length > MAX_LENGTH) throw refusal('It is larger than a backup can be.');
  const parsed = file.extend({ settings: settingsSchema }).safeParse(parseJson(text));
  if (!parsed.success) throw new BackupError(parsed.error.issues.map(({ path, message }) => ({ path: place(path), message })));
  const { tables, ...rest } = parsed.data;
  return { ...rest, tables: { ...tables, packs: await readPacks(tables.packs) } };
}

function parseJson(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refusal('It is not a JSON file, or only a part of one. Choose a file that Handrail exported.');
  }
  const head = z.object({ format: z.literal('handrail-backup'), version: z.number() }).safeParse(json);
  if (!head.success) throw refusal('It is not a Handrail backup. Choose a file that Handrail exported.');
  if (head.data.version > BACKUP_VERSION) throw refusal('It comes from a newer Handrail. Update Handrail first.');
  return json;
}

async function readPacks(rows: File['tables']['packs']): Promise<PackRow[]> {
  const packs: PackRow[] = [];
  for (const [index, row] of rows.entries()) {
    const pack = await readPack(row.pack, `tables.packs[${index}].pack`);
    if (pack.id !== row.id || pack.version !== row.version) {
      throw new BackupError([{ path: `tables.packs[${index}]`, message: 'must have the id and version of its pack' }]);
    }
    packs.push({ ...row, pack });
  }
  return packs;
}

async function readPack(pack: unknown, path: string): Promise<PackFile> {
  try {
    return await parsePack(JSON.stringify(pack));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new BackupError(
      error.problems.map((problem) => ({ path: [path, problem.path].filter(Boolean).join(' › '), message: problem.message })),
    );
  }
}

const refusal = (message: string): BackupError => new BackupError([{ path: '', message }]);

/** `['tables', 'ticks', 3, 'at']` as `tables.ticks[3].at`. */
function place(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
