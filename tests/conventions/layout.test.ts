/** The house of DESIGN §2, read off the disk. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT, textOf } from './files';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

const TOP_LEVEL = ['cli', 'components', 'docs', 'entrypoints', 'lib', 'public', 'tests', '.ci', '.github'];
const TOP_FILES = [
  '.gitignore',
  '.prettierignore',
  '.prettierrc.json',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'eslint.config.js',
  'knip.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
];

const sources = [...filesBelow('lib', /\.tsx?$/), ...filesBelow('components', /\.tsx?$/), ...filesBelow('entrypoints', /\.tsx?$/)];

describe('the layout', () => {
  it('has the folders of the house at the top, and no others', () => {
    const folders = new Set(tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].filter((folder) => !TOP_LEVEL.includes(folder ?? ''))).toEqual([]);
    expect(tracked.filter((path) => !path.includes('/') && !TOP_FILES.includes(path))).toEqual([]);
  });

  it('says in the first line of every source file what it is for', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.filter((path) => !/^\/\*\*\s+(\* )?\S/.test(textOf(path)))).toEqual([]);
  });

  it('keeps every source file under 300 lines', () => {
    expect(sources.filter((path) => textOf(path).split('\n').length > 300)).toEqual([]);
  });

  it('leaves nothing for later and logs nothing', () => {
    const forbidden = /\b(TODO|FIXME|XXX|HACK)\b|console\.(log|debug|info)|@ts-(ignore|nocheck)|eslint-disable/;
    expect(sources.filter((path) => forbidden.test(textOf(path)))).toEqual([]);
  });

  it('has a unit test folder for every folder of lib that holds logic', () => {
    const tests = filesBelow('tests/unit', /\.test\.tsx?$/);
    const folders = ['criteria', 'crm', 'gate', 'guard', 'messages', 'pack', 'progress', 'watcher', 'worker'];
    expect(folders.filter((folder) => !tests.some((path) => path.startsWith(`tests/unit/lib/${folder}/`)))).toEqual([]);
  });

  it('commits no build output, secret or picture of somebody’s machine', () => {
    expect(tracked.filter((path) => /(^|\/)(\.output|\.wxt|node_modules)\/|\.pem$|\.crx$|\.key$/.test(path))).toEqual([]);
  });
});
