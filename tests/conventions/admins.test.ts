/** What docs/admins.md tells admins to paste works as it stands: the id is ours, and every snippet sets the same well-formed rules. */
import { describe, expect, it } from 'vitest';
import { policySchema } from '../../lib/policy-schema';
import { z } from '../../lib/zod';
import { extensionId } from '../browser/enterprise';
import { textOf } from './files';

const page = textOf('docs/admins.md');
const manifest = z
  .looseObject({
    key: z.string(),
    permissions: z.array(z.string()),
    host_permissions: z.array(z.string()),
    optional_host_permissions: z.array(z.string()),
  })
  .parse(JSON.parse(textOf('.output/chrome-mv3/manifest.json')));
const id = extensionId(Buffer.from(manifest.key, 'base64'));

/** The code block below a heading. */
function snippet(heading: string, language: string): string {
  const section = page.split(/^### /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? '';
}

type Rules = Record<string, unknown>;
const anything = z.record(z.string(), z.unknown());

function linux(): Rules {
  const file = z
    .object({ '3rdparty': z.object({ extensions: z.record(z.string(), anything) }) })
    .parse(JSON.parse(snippet('Linux', 'json')));
  return file['3rdparty'].extensions[id] ?? {};
}

/** As Chromium reads a registry: a number for yes or no, and JSON in a text for lists. */
function windows(): Rules {
  const [, values = ''] = snippet('Windows', 'reg').split(`3rdparty\\extensions\\${id}\\policy]`);
  const read = (value: string): unknown => {
    if (value.startsWith('dword:')) return Number(value.slice('dword:'.length)) === 1;
    const text = z.string().parse(JSON.parse(value));
    return text.startsWith('[') ? JSON.parse(text) : text;
  };
  return Object.fromEntries([...values.matchAll(/^"(\w+)"=(.+)$/gm)].map(([, name = '', value = '']) => [name, read(value)]));
}

/** The payload with the rules, without what every payload has. */
function macOs(): Rules {
  const tokens = [...snippet('macOS', 'xml').matchAll(/<(key|string|integer)>([^<]*)<\/\1>|<(\/?dict|\/?array|true\/|false\/)>/g)];
  let at = 0;
  const value = (): unknown => {
    const [, , text, tag] = tokens[at++] ?? [];
    if (tag === 'dict') return Object.fromEntries(list().map((entry) => z.tuple([z.string(), z.unknown()]).parse(entry)));
    if (tag === 'array') return list();
    return tag === undefined ? text : tag === 'true/';
  };
  /** Up to the end of the list or dictionary; of a dictionary, names with their values. */
  const list = (): unknown[] => {
    const found: unknown[] = [];
    while (tokens[at] && !tokens[at]?.[3]?.startsWith('/')) {
      const name = tokens[at]?.[1] === 'key' ? tokens[at++]?.[2] : undefined;
      found.push(name === undefined ? value() : [name, value()]);
    }
    at++;
    return found;
  };
  const { PayloadContent } = z.object({ PayloadContent: z.array(anything) }).parse(value());
  const rules = PayloadContent.find(({ PayloadType }) => PayloadType === `com.google.Chrome.extensions.${id}`) ?? {};
  return Object.fromEntries(Object.entries(rules).filter(([name]) => !name.startsWith('Payload')));
}

function googleAdmin(): Rules {
  const values = z.record(z.string(), z.strictObject({ Value: z.unknown() })).parse(JSON.parse(snippet('Google Admin console', 'json')));
  return Object.fromEntries(Object.entries(values).map(([name, { Value }]) => [name, Value]));
}

/** An admin who pastes without reading must not trust somebody else's key: what stands there is refused until it is replaced. */
const PLACEHOLDER = 'A'.repeat(43);
const KEY = 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE';

describe.each([
  ['Linux', linux],
  ['Windows', windows],
  ['macOS', macOs],
  ['Google Admin console', googleAdmin],
])('the snippet for %s', (_where, read) => {
  const rules = read();

  it('sets what those for the other systems set', () => {
    expect(rules).toEqual(linux());
    expect(Object.keys(rules)).toEqual(['organisation', 'trustedKeys', 'subscriptions', 'requireSigned', 'choosePacks']);
  });

  it('is a policy, once the placeholder is replaced by a key', () => {
    const text = JSON.stringify(rules);
    expect(
      policySchema
        .strict()
        .safeParse(rules)
        .error?.issues.map(({ path }) => path.join('.')),
    ).toEqual(['trustedKeys.0.key']);
    expect(() => policySchema.strict().parse(JSON.parse(text.replace(PLACEHOLDER, KEY)))).not.toThrow();
  });
});

describe('the page for admins', () => {
  it('names no other extension than this one', () => {
    expect(new Set(page.match(/\b[a-p]{32}\b/g))).toEqual(new Set([id]));
  });

  it('justifies every permission', () => {
    const rows = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    expect(rows).toEqual(
      expect.arrayContaining([...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions]),
    );
  });

  it('installs it on every system', () => {
    expect(page.match(/force_installed/g)?.length).toBeGreaterThanOrEqual(3);
  });
});
