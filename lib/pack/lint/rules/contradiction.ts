/** Criteria of one move that cannot all be met. */
import type { Condition } from '../../../criteria/condition';
import type { Criterion, Sop, Stage } from '../../schema';
import type { LintPack, Remark, Rule } from '../rule';
import { canHold } from '../satisfy';
import { type At, criteriaOf, said, sopsOf } from '../walk';

/** A criterion of a move, with what must hold for it to count. */
interface Demand extends At<Criterion> {
  sop: Sop;
  conditions: Condition[];
}

export const contradiction: Rule = {
  id: 'contradiction',
  about: 'Two criteria that the same move must meet cannot hold together.',
  *check(lint) {
    const told = new Set<string>();
    const sops = sopsOf(lint.pack);
    for (const { id, stages } of lint.pack.pipelines) {
      for (const [position, stage] of stages.entries()) {
        if (stage.kind !== 'open') continue;
        const next = stages.slice(position + 1).find(({ kind }) => kind !== 'lost');
        const demands = [
          ...demandsOf(sops.filter(isIn(id, stage)), 'exit', next, lint),
          ...(next ? demandsOf(sops.filter(isIn(id, next)), 'entry', next, lint) : []),
        ];
        yield* clashesIn(demands, told, lint);
      }
    }
  },
};

function isIn(pipeline: string, stage: Stage): (sop: At<Sop>) => boolean {
  return ({ value }) => value.pipeline === pipeline && value.stages.includes(stage.id);
}

/** Those that count for a move to the next stage, and that can be met by themselves: never-met tells of the others. */
function demandsOf(sops: readonly At<Sop>[], side: 'entry' | 'exit', next: Stage | undefined, { words, today }: LintPack): Demand[] {
  return sops.flatMap((sop) =>
    criteriaOf(sop, [side])
      .filter(({ value: { to } }) => to === undefined || (next !== undefined && to.includes(next.id)))
      .map(({ value, path }) => ({ value, path, sop: sop.value, conditions: [...(sop.value.when ? [sop.value.when] : []), value.when] }))
      .filter(({ conditions }) => canHold(conditions, words, today)),
  );
}

function* clashesIn(demands: readonly Demand[], told: Set<string>, { words, today }: LintPack): Generator<Remark> {
  const clash = (some: readonly Demand[]): boolean =>
    !canHold(
      some.flatMap(({ conditions }) => conditions),
      words,
      today,
    );
  if (!clash(demands)) return;
  for (const [position, second] of demands.entries()) {
    for (const first of demands.slice(0, position)) {
      const pair = JSON.stringify([first.path, second.path]);
      if (told.has(pair) || !forSameRep(first.sop, second.sop) || !clash([first, second]) || !hold([first.sop, second.sop])) continue;
      told.add(pair);
      yield {
        level: 'error',
        path: [...second.path, 'when'],
        message: `${said(second.value.label)} and ${said(first.value.label)} of ${said(first.sop.title)} can never be met together`,
        fix: 'change one of the two, or aim them at different moves with `to`',
      };
    }
  }

  /** SOPs that are for different records never meet. */
  function hold(sops: readonly Sop[]): boolean {
    return canHold(
      sops.flatMap(({ when }) => when ?? []),
      words,
      today,
    );
  }
}

/** SOPs of different roles are not shown to one rep. */
function forSameRep(one: Sop, other: Sop): boolean {
  const { roles } = one;
  return !roles || !other.roles || other.roles.some((role) => roles.includes(role));
}
