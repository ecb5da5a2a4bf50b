/** Least power: the permission to read from a host is given back when no subscription leads there any more. */
import type { HandrailDb } from '../progress/db';
import { readAddress } from './address';

/** The browser's permissions, as far as this needs them; origins as patterns. */
interface Permissions {
  getAll(): Promise<{ origins?: string[] }>;
  remove(permissions: { origins: string[] }): Promise<boolean>;
}

/** @param always those that Handrail has in any case */
export async function giveBackPermissions(db: HandrailDb, permissions: Permissions, always: readonly string[]): Promise<void> {
  const [{ origins = [] }, rows] = await Promise.all([permissions.getAll(), db.subscriptions.toArray()]);
  const needed = new Set(
    rows.map(({ url }) => {
      const address = readAddress(url, { privateAddresses: true });
      return address.kind === 'good' ? address.origin : '';
    }),
  );
  const unused = origins.filter((origin) => !always.includes(origin) && !needed.has(origin));
  if (unused.length > 0) await permissions.remove({ origins: unused });
}
