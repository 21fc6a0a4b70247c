/** The stages of an order in the order of the work. */
export const PATH = [
  'requested',
  'quoted',
  'confirmed',
  'measuring',
  'patterning',
  'toile',
  'cutting',
  'assembly',
  'fitting',
  'alterations',
  'finishing',
  'ready',
  'delivered',
] as const;
/** The two ways an order may end early. */
export const EARLY_ENDS = ['cancelled', 'declined'] as const;
export const STAGES = [...PATH, ...EARLY_ENDS] as const;
export type PathStage = (typeof PATH)[number];
export type Stage = (typeof STAGES)[number];
export const isStage = (value: string | undefined): value is Stage =>
  (STAGES as readonly (string | undefined)[]).includes(value);

/** Five phases group the stages on screen. */
export const PHASES = {
  order: ['requested', 'quoted', 'confirmed'],
  preparation: ['measuring', 'patterning', 'toile'],
  making: ['cutting', 'assembly'],
  adjusting: ['fitting', 'alterations', 'finishing'],
  handover: ['ready', 'delivered'],
} as const satisfies Record<string, readonly PathStage[]>;
export type Phase = keyof typeof PHASES;
export const PHASE_NAMES = Object.keys(PHASES) as Phase[];

/** The stage a house locks orders from (its owner chooses it in the settings). */
export type LockStage = PathStage;

/** Place of a stage on the path, from 0; -1 for the two early endings. */
export const stageIndex = (stage: Stage): number => (PATH as readonly Stage[]).indexOf(stage);

/** The phase of a stage; `undefined` for an order that ended early. */
export const phaseOf = (stage: Stage): Phase | undefined =>
  PHASE_NAMES.find((phase) => (PHASES[phase] as readonly Stage[]).includes(stage));

/** On its way: from the request to the day it is ready. */
export const GOING = PATH.filter((stage) => stage !== 'delivered');
/** Handed over, or ended early: nothing moves any more. */
export const OVER: readonly Stage[] = ['delivered', ...EARLY_ENDS];

/** Cancelled or declined: it never came to be handed over. */
export const endedEarly = (stage: Stage): boolean => (EARLY_ENDS as readonly Stage[]).includes(stage);
export const isOver = (stage: Stage): boolean => OVER.includes(stage);

/** From the lock stage on, the piece is being made and the client leaves remarks only. */
export const isLocked = (stage: Stage, lockStage: LockStage): boolean => stageIndex(stage) >= stageIndex(lockStage);
