/** What the organisation's policy sets, in plain words; what of it could not be read; and its keys as an admin writes them. */
import { TriangleAlert } from 'lucide-react';
import { Disclosure } from '../../ui/Disclosure';
import { timeWords } from '../../ui/time';
import type { OrganisationModel } from './model';
import { problemWords, ruleWords } from './words';

export function Organisation({ model, now }: { model: OrganisationModel; now: number }) {
  const { policy, isKnown, set, problems, toldAt } = model;
  if (!isKnown)
    return (
      <p className="hr-none">Your browser has not told yet whether your organisation has set anything. Until then Handrail is careful.</p>
    );
  if (set.length === 0 && problems.length === 0)
    return <p className="hr-none">Your organisation has set nothing: everything on this page is yours to choose.</p>;
  const rules = set.flatMap((key) => ruleWords(key, policy).map((words) => ({ key, words })));
  return (
    <>
      {problems.map((problem) => (
        <p key={problem.key} className="hr-advice">
          <TriangleAlert size={15} aria-hidden />
          <span>{problemWords(problem)}</span>
        </p>
      ))}
      <ul className="hr-rules">
        {rules.map(({ key, words }, at) => (
          <li key={`${key} ${at}`}>{words}</li>
        ))}
      </ul>
      {toldAt !== null && (
        <p className="hr-said">As your browser told on {timeWords(toldAt, now)}. Only your organisation can change it.</p>
      )}
      <Disclosure summary="Details for admins">
        <ul className="hr-rules hr-rules--precise">
          {set.map((key) => (
            <li key={key}>
              <code>
                {key}: {JSON.stringify(policy[key])}
              </code>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
