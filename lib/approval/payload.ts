/** What codes carry, as JSON with short keys. There is one way only to write each: a key that is given twice, a blank or a spare digit is refused. */
import { parseRecordKey, isSaved } from '../progress/record-key';
import { z } from '../zod';
import { id } from '../pack/primitives';
import { isPlain } from './text';

/** In letters. */
export const longest = { title: 80, by: 60, note: 200 } as const;

/** Seconds since 1970, in this century. */
const instant = z.int().min(1_000_000_000).max(4_102_444_800);
const record = z
  .string()
  .max(400)
  .refine((key) => parseRecordKey(key) !== null && isSaved(key) && isPlain(key));
const words = (most: number) => z.string().max(most).refine(isPlain);

/** Which approval of which pack, for which record. */
const about = { r: record, p: id, a: id };

/** What a rep asks for: `t` the step's title, `b` who asks, `n` the note, `w` when. */
export const asked = z.strictObject({ ...about, t: words(longest.title), b: words(longest.by), n: words(longest.note), w: instant });

/** What a manager grants: from `f` until `u`. */
export const granted = z.strictObject({ ...about, f: instant, u: instant });

/** Text for a payload: keys in the order of the schema. */
export function written<Shape>(schema: z.ZodType<Shape>, payload: Shape): string {
  return JSON.stringify(schema.parse(payload));
}

/** The payload that a text is; null where it is none, or not written as `written` would. */
export function read<Shape>(schema: z.ZodType<Shape>, text: string): Shape | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(data);
  return parsed.success && JSON.stringify(parsed.data) === text ? parsed.data : null;
}
