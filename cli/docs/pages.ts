/** The files of this project that are written from its code, and are never edited by hand. */
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { packJsonSchema } from '../../lib/pack/json-schema';
import { managedSchema } from '../../lib/policy-schema';
import { conditionsPage, readTables } from './conditions';
import { lintPage } from './lint';
import { policyPage } from './policy';
import { formatPage } from './reference';

/** A file as it should be on the disk. */
interface Page {
  /** From the project's root. */
  path: string;
  text: string;
}

const root = resolve(import.meta.dirname, '../..');

/** Each file, laid out as prettier would. */
export async function pages(): Promise<Page[]> {
  const written = {
    'docs/conditions.md': conditionsPage(readTables(resolve(root, 'tests/conformance'))),
    'docs/lint.md': lintPage(),
    'docs/pack-format.md': formatPage(),
    'docs/policy.md': policyPage(),
    'public/managed_schema.json': JSON.stringify(managedSchema()),
    'public/pack.schema.json': JSON.stringify(packJsonSchema()),
  };
  return Promise.all(
    Object.entries(written).map(async ([path, text]) => {
      const filepath = resolve(root, path);
      return { path, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) };
    }),
  );
}
