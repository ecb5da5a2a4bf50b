/** Imports point one way (DESIGN §2). The lint rules say so where code is written; this says so for the whole tree. */
import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf } from './files';

const modules = ['entrypoints', 'components', 'lib'].flatMap((folder) => filesBelow(folder, /\.tsx?$/));
const graph = modules.map((path) => ({ path, imports: importsOf(path) }));

/** Modules below `from` that import something matching `what`. */
function offenders(from: string, what: RegExp, except: RegExp = /^$/): string[] {
  return graph.flatMap(({ path, imports }) =>
    path.startsWith(from) ? imports.filter((name) => what.test(name) && !except.test(name)).map((name) => `${path} imports ${name}`) : [],
  );
}

const LIB = (...folders: string[]) => new RegExp(`^lib/(${folders.join('|')})/`);
const IN_PAGE = [
  'lib/gate/',
  'lib/watcher/',
  'lib/crm/',
  'lib/messages/',
  'components/overlay/',
  'entrypoints/gate-',
  'entrypoints/watcher-',
];
const REACT = /^(react|react-dom|react-markdown|lucide-react|zustand)(\/|$)/;

describe('imports', () => {
  it('are read from every module', () => {
    expect(modules.length).toBeGreaterThan(60);
    expect(graph.flatMap(({ imports }) => imports).length).toBeGreaterThan(150);
  });

  it.each<[string, string, RegExp, RegExp?]>([
    ['components import no entrypoint', 'components/', /^entrypoints\//],
    ['lib imports no entrypoint', 'lib/', /^entrypoints\//],
    ['lib knows no components', 'lib/', /^components\//],
    ['lib has no React', 'lib/', REACT],
    [
      'components know no browser, no database',
      'components/',
      /^(#imports|wxt\/|dexie)|^lib\/(worker|gate|watcher)\/|^lib\/progress\/db$/,
      /^lib\/watcher\/overlays$/,
    ],
    ['overlays are plain DOM', 'components/overlay/', REACT],
    ['the CRM contract stands on its own', 'lib/crm/adapter.ts', /./],
    ['a CRM knows neither packs nor what is above', 'lib/crm/', LIB('pack', 'guard', 'progress', 'gate', 'watcher', 'worker', 'messages')],
    ['one CRM does not know the other', 'lib/crm/salesforce/', /^lib\/crm\/hubspot/],
    ['nor the other the one', 'lib/crm/hubspot/', /^lib\/crm\/salesforce/],
    [
      'criteria know neither packs nor what is above',
      'lib/criteria/',
      LIB('pack', 'guard', 'progress', 'gate', 'watcher', 'worker', 'messages'),
    ],
    ['packs know criteria and CRM values only', 'lib/pack/', LIB('guard', 'progress', 'gate', 'watcher', 'worker', 'messages')],
    ['the judge is pure', 'lib/guard/', /^(#imports|wxt\/|dexie)|^lib\/(progress|approval|gate|watcher|worker|messages)\//],
    ['keys and signatures stand on their own', 'lib/signing/', /./, /^jose$|^lib\/signing\//],
    ['codes are pure', 'lib/approval/', /^(#imports|wxt\/|dexie)|^lib\/(guard|gate|watcher|worker|messages)\//],
    ...IN_PAGE.map((from): [string, string, RegExp] => [
      `no script of the page knows keys and codes: ${from}`,
      from,
      /^jose$|^lib\/(signing|approval)\//,
    ]),
    ['progress has no browser', 'lib/progress/', /^(#imports|wxt\/)|^lib\/(guard|gate|watcher|worker|messages)\//],
    ['the gate imports its own files and the contract', 'lib/gate/', /./, /^lib\/gate\/|^lib\/crm\/adapter$/],
    ['the watcher has no Zod, no database', 'lib/watcher/', /^lib\/(zod|pack|progress|worker|settings)|^(dexie|zod)/],
    ['Zod comes through one door', '', /^zod(\/|$)/],
  ])('%s', (_rule, from, what, except) => {
    const found = offenders(from, what, except).filter((line) => !line.startsWith('lib/zod.ts imports zod'));
    expect(found).toEqual([]);
  });
});
