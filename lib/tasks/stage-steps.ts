import { isOver, type PathStage, type Stage, stageIndex } from '../house/stages';
import { RETOUCHE_KEYS, type StepKey } from './templates';

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
export function stepsBehind(stage: Stage): string[] | 'all' {
  if (isOver(stage)) return 'all';
  const isBehind = (of: PathStage): boolean => stageIndex(of) < stageIndex(stage);
  const steps = (Object.keys(STAGE_OF) as StepKey[]).filter((key) => isBehind(STAGE_OF[key]));
  // The jobs of a retouche may be left for its finishing.
  return isBehind('finishing') ? [...steps, ...RETOUCHE_KEYS] : steps;
}
