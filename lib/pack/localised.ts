/** The type of a pack in one language. */
import type { Condition } from '../criteria/condition';
import type { Translations } from './primitives';

/** The same shape with every text in one language. */
export type Localised<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Translations
    ? string
    : T extends Condition
      ? T
      : T extends readonly (infer Entry)[]
        ? Localised<Entry>[]
        : { [Key in keyof T]: Localised<T[Key]> };
