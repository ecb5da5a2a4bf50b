/** Open stages in which a rep sees nothing. */
import type { Rule } from '../rule';
import { at, said } from '../walk';

export const stageWithoutSop: Rule = {
  id: 'stage-without-sop',
  about: 'An open stage has no SOP, so the panel is empty there.',
  *check({ pack, index }) {
    for (const pipeline of at(pack.pipelines, ['pipelines'])) {
      for (const { value: stage, path } of at(pipeline.value.stages, [...pipeline.path, 'stages'])) {
        if (stage.kind !== 'open' || index.sopsOf(pipeline.value.id, stage.id).length > 0) continue;
        yield {
          level: 'advice',
          path,
          message: `reps see nothing in the stage ${said(stage.title)}: no SOP is for it`,
          fix: 'add it to the stages of an SOP, or write one for it',
        };
      }
    }
  },
};
