/** `handrail lint PACK`: what is wrong with a pack, and what could be better. */
import { type Finding, lintText } from '../lib/pack/lint/lint';
import type { Command } from './command';
import { readAs } from './pack-file';
import { type Paint, painter } from './paint';

export const lint: Command = {
  operands: ['PACK'],
  summary: 'says what is wrong with a pack, what could be better, and how',
  help: `Exit status: 0 without errors, 1 with errors, 2 where the pack cannot be read at all.

  --strict  1 for advice too
  --json    { "pack": { "id", "version" }, "findings": [{ "rule", "level", "path", "place", "message", "fix" }] }`,
  options: { strict: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ operands: [file = ''], options }, io) {
    const { pack, findings } = await readAs(file, io, (text) => lintText(text, { today: io.today }));
    if (options.has('json')) {
      const { id, version } = pack;
      io.write(`${JSON.stringify({ pack: { id, version }, findings }, null, 2)}\n`);
    } else {
      io.write(findingsInWords(findings, painter(io)));
    }
    const counts = options.has('strict') ? findings : findings.filter(({ level }) => level === 'error');
    return counts.length > 0 ? 1 : 0;
  },
};

/** Every finding under its place, and how many there are. */
export function findingsInWords(findings: readonly Finding[], paint: Paint): string {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) places.set(finding.place, [...(places.get(finding.place) ?? []), finding]);
  const groups = [...places].map(
    ([place, found]) => `${paint('bold', place === '' ? 'The pack' : place)}\n${found.map((finding) => told(finding, paint)).join('')}\n`,
  );
  return `${groups.join('')}${closing(findings, paint)}\n`;
}

function told({ level, message, fix, rule }: Finding, paint: Paint): string {
  const head = level === 'error' ? paint('red', 'error ') : paint('yellow', 'advice');
  return `  ${head}  ${message} ${paint('dim', `(${rule})`)}\n${fix ? `          ${fix}\n` : ''}`;
}

function closing(findings: readonly Finding[], paint: Paint): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const advice = findings.length - errors;
  if (findings.length === 0) return paint('green', 'No errors, no advice');
  const parts = [
    paint(errors > 0 ? 'red' : 'green', errors === 0 ? 'no errors' : `${errors} ${errors === 1 ? 'error' : 'errors'}`),
    advice === 0 ? 'no advice' : `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`,
  ];
  return parts.join(', ');
}
