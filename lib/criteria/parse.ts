/** Conditions from untrusted data. */
import { z } from '../zod';
import type { Condition } from './condition';
export const condition: z.ZodType<Condition> = z.custom<Condition>();
