import { isOver, type PathStage, type Stage, stageIndex } from '../house/stages';
import type { StepKey } from './templates';

/** The stage in which each step of the templates is done: once an order has left it, the step is behind. */
const STAGE_OF: Readonly<Record<StepKey, PathStage>> = {
  measure: 'measuring',
  pattern: 'patterning',
  // The cloth has to be there when it is cut, not before.
  cloth: 'toile',
  toile: 'toile',
  cut: 'cutting',
  boning: 'assembly',
  canvas: 'assembly',
  embroidery: 'assembly',
  assemble: 'assembly',
  lace: 'assembly',
  lining: 'assembly',
  fitting: 'fitting',
  // Fittings and alterations take turns: the second is over when both are.
  secondFitting: 'alterations',
  buttonholes: 'finishing',
  hems: 'finishing',
  check: 'finishing',
};

/** The steps that an order is done with at this stage; `all` once it is handed over or has ended early. */
export const stepsBehind = (stage: Stage): StepKey[] | 'all' =>
  isOver(stage)
    ? 'all'
    : (Object.keys(STAGE_OF) as StepKey[]).filter((key) => stageIndex(STAGE_OF[key]) < stageIndex(stage));
