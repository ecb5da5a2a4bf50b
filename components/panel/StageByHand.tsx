/** The form in which a rep says which stage a record is in, where its page does not tell. */
import { useId, useRef, useState } from 'react';
import { Button } from '../ui/Button';
import { Radio } from '../ui/Radio';
import type { ByHand, ChosenStage, StageChoice } from './model';
import '../ui/input.css';
import '../ui/line-form.css';
import './by-hand.css';

interface StageByHandProps {
  choices: readonly StageChoice[];
  /** The stage that was chosen before. */
  chosen?: Pick<ByHand, 'pipeline' | 'value'>;
  onChoose(stage: ChosenStage): void;
  onCancel?: () => void;
}

export function StageByHand({ choices, chosen, onChoose, onCancel }: StageByHandProps) {
  const id = useId();
  const [pipelineId, setPipelineId] = useState(chosen?.pipeline);
  const [stage, setStage] = useState(chosen?.value);
  const [asked, setAsked] = useState(false);
  const stages = useRef<HTMLFieldSetElement>(null);
  const pipeline = choices.find((choice) => choice.id === pipelineId) ?? choices[0];
  if (!pipeline) return null;
  const picked = pipeline.stages.find(({ value }) => value === stage);
  const isMissing = asked && !picked;
  return (
    <form
      className="hr-by-hand"
      aria-label="Choose the stage by hand"
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (picked) onChoose({ ...picked, crmPipeline: pipeline.crmPipeline });
        else stages.current?.querySelector('input')?.focus();
      }}
    >
      {choices.length > 1 && (
        <div className="hr-by-hand__pipeline">
          <label htmlFor={`${id}-pipeline`}>Pipeline</label>
          <select id={`${id}-pipeline`} className="hr-input" value={pipeline.id} onChange={({ target }) => setPipelineId(target.value)}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.title}
              </option>
            ))}
          </select>
        </div>
      )}
      <fieldset ref={stages} aria-describedby={isMissing ? `${id}-missing` : undefined}>
        <legend>Stage</legend>
        {pipeline.stages.map(({ value, title }) => (
          <label key={value} className="hr-choice">
            <Radio name={`${id}-stage`} checked={value === picked?.value} onChange={() => setStage(value)} />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {isMissing && (
        <p id={`${id}-missing`} className="hr-form__missing">
          Choose a stage first.
        </p>
      )}
      <div className="hr-form__buttons">
        <Button type="submit" look={onCancel ? 'primary' : 'plain'}>
          Use this stage
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
