/** One exit criterion: shape and word for its state, its sentence, its provenance and the way to mend it. */
import { ArrowUp, LocateFixed } from 'lucide-react';
import type { KnownValue } from '../../lib/criteria/facts';
import type { Crm } from '../../lib/crm/adapter';
import type { CriterionView } from '../../lib/guard/outlook';
import type { Sop } from '../../lib/pack/schema';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Markdown, OutLink } from '../ui/Markdown';
import { StateMark, wordsOf } from '../ui/StateMark';
import { severityWords, sourceWords } from './words';

interface CriterionItemProps {
  view: CriterionView;
  sop: Sop;
  crm: Crm;
  now: number;
  onShowField(field: string): void;
}

export function CriterionItem({ view, sop, crm, now, onShowField }: CriterionItemProps) {
  const { criterion, result, sentence, crmField } = view;
  const known = newest(view);
  const about = [
    ...(known ? [capital(sourceWords(known.source, known.at, crm, now))] : []),
    ...(result === 'true' ? [] : [severityWords(criterion.severity)]),
  ];
  return (
    <li className={`hr-criterion hr-criterion--${result}`}>
      <StateMark truth={result} />
      <div className="hr-criterion__text">
        <p className="hr-criterion__label">{criterion.label}</p>
        <p>
          <strong className={`hr-criterion__state hr-mark--${result}`}>{wordsOf(result)}</strong> <span aria-hidden>·</span> {sentence}
        </p>
        {about.length > 0 && <p className="hr-criterion__about">{about.join(' · ')}</p>}
        {result !== 'true' && (
          <div className="hr-criterion__fix">
            {crmField && (
              <Button icon={LocateFixed} aria-label={`Take me there: ${criterion.label}`} onClick={() => onShowField(crmField)}>
                Take me there
              </Button>
            )}
            <Fix fix={criterion.fix} sop={sop} />
          </div>
        )}
        {criterion.why && (
          <Disclosure summary="Why it matters">
            <Markdown text={criterion.why} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}

/** A step of this SOP or a page elsewhere. A field is what "Take me there" is for. */
function Fix({ fix, sop }: { fix: CriterionView['criterion']['fix']; sop: Sop }) {
  if (!fix || 'field' in fix) return null;
  if ('url' in fix) return <OutLink href={fix.url}>How to mend it</OutLink>;
  const steps = sop.phases.flatMap((phase) => phase.steps.flatMap((step) => [step, ...(step.steps ?? [])]));
  const step = steps.find(({ id }) => id === fix.step);
  if (!step) return null;
  return (
    <a className="hr-criterion__step" href={`#step-${step.id}`}>
      <ArrowUp size={14} aria-hidden />
      Step: {step.title}
    </a>
  );
}

function newest({ trace }: CriterionView): KnownValue | undefined {
  return trace.flatMap(({ known }) => (known ? [known] : [])).sort((a, b) => b.at - a.at)[0];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
