/** `handrail judge PACK CASE`: what the guard would say of a stage change. */
import { type Gap, judge as judgeMove, type Verdict } from '../lib/guard/judge';
import { parseCase } from './case';
import { judgeable } from './case-facts';
import type { Command } from './command';
import { nameOf, readAs, readIndex } from './pack-file';
import { type Paint, painter } from './paint';

export const judge: Command = {
  operands: ['PACK', 'CASE'],
  summary: 'says what the guard would say of a stage change',
  help: `CASE is JSON or YAML: the move, and what is known at that moment (docs/cli.md). Exit status: 0, whatever the verdict.
JSON unless a person reads it in a terminal.

  --json    { "verdict", "gaps": [{ "sop", "criterion", "severity", "result", "sentence", "trace" }] }`,
  options: { json: { type: 'boolean' } },
  async run({ operands: [packFile = '', caseFile = ''], options }, io) {
    const index = await readIndex(packFile, io);
    const { move, facts, notes } = await readAs(caseFile, io, (text) => judgeable(parseCase(text), index));
    const verdict = judgeMove(move, index, facts);
    for (const note of notes) io.error(`${nameOf(caseFile)}: ${note}\n`);
    io.write(options.has('json') || !io.isTerminal ? asJson(verdict) : inWords(verdict, painter(io)));
    return 0;
  },
};

function asJson({ kind, gaps }: Verdict): string {
  const told = gaps.map(({ sop, criterion, severity, result, sentence, trace }) => ({ sop, criterion, severity, result, sentence, trace }));
  return `${JSON.stringify({ verdict: kind, gaps: told }, null, 2)}\n`;
}

const verdicts: Readonly<Record<Verdict['kind'], readonly [Parameters<Paint>[0], string]>> = {
  allow: ['green', 'Allowed'],
  warn: ['yellow', 'Warned'],
  'ask-reason': ['yellow', 'Asked for a reason'],
  block: ['red', 'Blocked'],
};

const severities: Readonly<Record<Gap['severity'], string>> = { tip: 'tip', warn: 'warns', reason: 'asks for a reason', block: 'blocks' };

function inWords({ kind, gaps, from, to }: Verdict, paint: Paint): string {
  const [colour, word] = verdicts[kind];
  const way = to === null ? '' : from === null ? `: into ${to}` : `: ${from} → ${to}`;
  const lines = gaps.map(
    ({ label, sopTitle, severity, result, sentence }) =>
      `  ${result === 'unknown' ? '?' : '✗'} ${paint('bold', label)} ${paint('dim', `(${sopTitle}, ${severities[severity]})`)}\n    ${sentence}\n`,
  );
  return `${paint(colour, word)}${way}\n${lines.join('')}`;
}
