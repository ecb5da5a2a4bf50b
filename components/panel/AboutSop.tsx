/** "About this SOP": what a rep wants to know once, and not each time. Only what the pack tells. */
import type { Sop } from '../../lib/pack/schema';
import { Disclosure } from '../ui/Disclosure';
import { FactList } from '../ui/FactList';
import type { Fact } from '../ui/FactList';
import { dayWords } from '../ui/time';
import { guidance, headed, told } from './guidance';
import type { Handbook } from './model';
import { roleTitles } from './words';

interface AboutSopProps {
  sop: Sop;
  roles: Handbook['roles'];
  now: number;
}

export function AboutSop({ sop, roles, now }: AboutSopProps) {
  const facts = factsOf(sop, roles, now);
  if (facts.every(({ entries }) => entries.length === 0)) return null;
  return (
    <Disclosure summary="About this SOP">
      <FactList facts={facts} />
    </Disclosure>
  );
}

function factsOf(sop: Sop, roles: Handbook['roles'], now: number): Fact[] {
  const { scope, outcome, owner, reviewers = [], reviewBy, tools = [], faq = [], metrics = [] } = sop;
  const list = new Intl.ListFormat('en');
  return [
    { name: 'What it is for', entries: scope ? [told(scope)] : [] },
    { name: 'When it is done well', entries: outcome ? [told(outcome)] : [] },
    { name: 'Who', entries: sop.roles ? [roleTitles(sop.roles, roles)] : [] },
    { name: 'Tools', entries: tools.length > 0 ? [list.format(tools)] : [] },
    ...guidance(sop),
    { name: 'Questions', entries: faq.map(({ question, answer }) => headed(question, answer)) },
    { name: 'How the team sees that it works', entries: metrics.map(({ label, target }) => (target ? `${label}: ${target}` : label)) },
    { name: 'Owner', entries: owner ? [owner] : [] },
    { name: 'Reviewed by', entries: reviewers.length > 0 ? [list.format(reviewers)] : [] },
    { name: 'Review by', entries: reviewBy ? [reviewWords(reviewBy, now)] : [] },
  ];
}

/** "1 Mar 2027", or "1 Nov: review is due" once that day is over. */
function reviewWords(day: string, now: number): string {
  const at = new Date(`${day}T00:00:00`);
  const words = dayWords(at.getTime(), now);
  at.setDate(at.getDate() + 1);
  return at.getTime() <= now ? `${words}: review is due` : words;
}
