/** The rules of the lint, each in a file of its own. A test fails when one is not listed here. */
import type { Rule } from './rule';
import { alwaysMet } from './rules/always-met';
import { blockWithoutWayOut } from './rules/block-without-way-out';
import { branchBack } from './rules/branch-back';
import { contradiction } from './rules/contradiction';
import { impossibleDue } from './rules/impossible-due';
import { mergeField } from './rules/merge-field';
import { missingOwner } from './rules/missing-owner';
import { neverMet } from './rules/never-met';
import { noHelp } from './rules/no-help';
import { reviewOverdue } from './rules/review-overdue';
import { stageWithoutSop } from './rules/stage-without-sop';
import { tooLong } from './rules/too-long';
import { undeclared } from './rules/undeclared';
import { unmappedField } from './rules/unmapped-field';
import { unmappedStage } from './rules/unmapped-stage';
import { unreachableSop } from './rules/unreachable-sop';
import { unreachableStage } from './rules/unreachable-stage';
import { untranslated } from './rules/untranslated';
import { unused } from './rules/unused';

export const rules: readonly Rule[] = [
  undeclared,
  unreachableStage,
  unreachableSop,
  neverMet,
  contradiction,
  blockWithoutWayOut,
  impossibleDue,
  mergeField,
  branchBack,
  alwaysMet,
  noHelp,
  stageWithoutSop,
  unmappedStage,
  unmappedField,
  untranslated,
  missingOwner,
  reviewOverdue,
  tooLong,
  unused,
];
