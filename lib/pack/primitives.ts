/** The small shapes that a pack is made of: names, texts in one or more languages, links, days and durations. */
import { z } from '../zod';
import { parseDay, parseDuration } from '../criteria/dates';
import { hasOnlyHttpsLinks } from './markdown-links';

/** A name that other parts of the pack refer to. Stable: a checklist is kept by it, and versions are compared by it. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens');
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as en or pt-BR');
export const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'must be three numbers, such as 1.4.0');

/** Plain words in one language: names of people, of tools, and the CRM's own values. */
export const name = z.string().trim().min(1).max(200);
const prose = z.string().trim().min(1).max(4000).refine(hasOnlyHttpsLinks, 'must link to https addresses only');
const body = z.string().trim().min(1).max(20_000);

/** Marks the schemas whose values are texts, so that texts can be found and translated without naming each place twice. */
export const textSchemas = z.registry<{ longest: number }>();

const eitherWay = 'must be a text, or a text for each language, such as { en: …, de: … }';
const translated = (one: z.ZodString) =>
  z
    .record(languageTag, one)
    .refine((texts) => Object.keys(texts).length > 0, eitherWay)
    .brand<'Translations'>();
/** One text for each language. */
export type Translations = z.infer<ReturnType<typeof translated>>;

/** One line for the screen. */
export const text = z.union([name, translated(name)], eitherWay).register(textSchemas, { longest: 200 });
/** Markdown. HTML in it stays text on the screen; its links are held to https like the others. */
export const markdown = z.union([prose, translated(prose)], eitherWay).register(textSchemas, { longest: 4000 });
/** A template's own words, copied as they are. */
export const template = z.union([body, translated(body)], eitherWay).register(textSchemas, { longest: 20_000 });

export const httpsUrl = z
  .string()
  .max(2000)
  .regex(/^https:\/\/[^\s<>"]+$/, 'must be an https link');
export const link = z.strictObject({ label: text.describe('What the rep clicks on.'), url: httpsUrl.describe('Where it leads.') });

export const day = z.string().refine((value) => parseDay(value) !== null, "must be a date, such as '2026-11-22'");
export const duration = z
  .string()
  .refine((value) => parseDuration(value) !== null, "must be a duration of weeks, days, hours and minutes, such as 'P14D' or 'PT2H'");
export const timeZone = z.string().max(64).refine(isTimeZone, 'must be a time zone, such as Europe/Berlin');

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The public half of an Ed25519 key: 32 bytes in base64url, as the `x` of a JWK (RFC 8037 §2). The last letter holds four bits, so that a key can
 * be written in one way only.
 */
export const publicKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'must be a public key of 43 characters, as the options page shows it')
  // Anybody could sign for a key of nothing but A.
  .refine((key) => !/^(.)\1{40}/.test(key), 'is a placeholder: put in the public key that the options page shows');

/** A CRM field: `Opportunity.StageName`, `deal.amount`, or by way of a related record `Opportunity.Account.Industry`. */
export const crmField = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_]+)+$/, 'must be Object.Field, such as Opportunity.Amount or deal.amount')
  .max(200);
export const crmFields = z.union(
  [crmField, z.array(crmField).min(1).max(10)],
  'must be Object.Field, such as Opportunity.Amount or deal.amount, or a list of them',
);
/** The CRM's own values, labels or internal ids. */
export const crmValues = z.array(name).max(50);
