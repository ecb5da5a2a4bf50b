/** "Words and codes": the team's own words, who is who, and the codes for giving a record up. Only what the pack tells. */
import { Disclosure } from '../ui/Disclosure';
import { FactList } from '../ui/FactList';
import { told } from './guidance';
import type { Handbook } from './model';

export function WordsAndCodes({ handbook }: { handbook: Handbook }) {
  const { glossary, disqualificationCodes, roles } = handbook;
  const parts = [
    { title: 'Words', facts: glossary.map(({ term, meaning }) => ({ name: term, entries: [told(meaning)] })) },
    {
      title: 'Codes for giving up',
      facts: disqualificationCodes.map(({ label, meaning }) => ({ name: label, entries: [meaning ? told(meaning) : null] })),
    },
    {
      title: 'Roles',
      facts: roles.flatMap(({ title, description }) => (description ? [{ name: title, entries: [told(description)] }] : [])),
    },
  ].filter(({ facts }) => facts.length > 0);
  if (parts.length === 0) return null;
  return (
    <Disclosure summary="Words and codes">
      <div className="hr-handbook">
        {parts.map(({ title, facts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <FactList facts={facts} terms />
          </section>
        ))}
      </div>
    </Disclosure>
  );
}
