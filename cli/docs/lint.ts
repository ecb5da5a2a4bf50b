/** docs/lint.md: what `handrail lint` looks for, from the rules themselves. */
import { rules } from '../../lib/pack/lint/rules';

/** The whole page, in Markdown. */
export function lintPage(): string {
  return [
    '# What the lint looks for',
    'A pack that cannot be read is refused with the place of each mistake. These rules look at a pack that can be: `npm run handrail -- lint PACK` tells what cannot work as it is written, and what could serve the reps better, each with its place and what to do.',
    'This page is written by `npm run docs` from `lib/pack/lint/rules`.',
    ['| rule | what it finds |', '| --- | --- |', ...rules.map(({ id, about }) => `| \`${id}\` | ${about} |`)].join('\n'),
  ].join('\n\n');
}
