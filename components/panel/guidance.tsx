/** What a step and an SOP tell in the same way: tips, examples, and what helps when something goes wrong. */
import type { Step } from '../../lib/pack/schema';
import type { Fact } from '../ui/FactList';
import { Markdown } from '../ui/Markdown';

export function guidance({ tips = [], examples = [], troubleshooting = [] }: Pick<Step, 'tips' | 'examples' | 'troubleshooting'>): Fact[] {
  return [
    { name: 'Tips', entries: tips.map(told) },
    { name: 'What good looks like', entries: examples.map(told) },
    { name: 'When something goes wrong', entries: troubleshooting.map(({ problem, fix }) => headed(problem, fix)) },
  ];
}

export function told(markdown: string): React.ReactNode {
  return <Markdown text={markdown} />;
}

export function headed(head: string, markdown: string): React.ReactNode {
  return (
    <>
      <strong>{head}</strong>
      <Markdown text={markdown} />
    </>
  );
}
