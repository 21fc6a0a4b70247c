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
/** What an order is: a piece that is made, or a retouche on one that is worn. */
export const ORDER_KINDS = ['piece', 'retouche'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];
/** The two ways an order may end early. */
export const EARLY_ENDS = ['cancelled', 'declined'] as const;
export const STAGES = [...PATH, ...EARLY_ENDS] as const;
export type PathStage = (typeof PATH)[number];
export type Stage = (typeof STAGES)[number];
export const isStage = (value: string | undefined): value is Stage =>
  (STAGES as readonly (string | undefined)[]).includes(value);

/** The stages each kind of order goes through, in the order of the work: of a garment that is there nothing is measured, drafted or cut. */
export const PATHS: Readonly<Record<OrderKind, readonly PathStage[]>> = {
  piece: PATH,
  retouche: ['requested', 'quoted', 'confirmed', 'fitting', 'alterations', 'finishing', 'ready', 'delivered'],
};
/** Stages of a path that are gone through where the work asks for them: leaving one out needs no reason. */
const AS_NEEDED: Readonly<Record<OrderKind, readonly PathStage[]>> = {
  piece: [],
  // It is pinned where it must be worn for that; a hem has no finishing of its own.
  retouche: ['fitting', 'finishing'],
};

/** The stages of the path that lie between two and may not be left out without a reason. */
export function leftOut(from: Stage, to: Stage, kind: OrderKind = 'piece'): PathStage[] {
  // Fittings and alterations of a retouche take turns: who tries it on has had it altered.
  const start = kind === 'retouche' && from === 'fitting' ? 'alterations' : from;
  return PATHS[kind].filter(
    (stage) =>
      !AS_NEEDED[kind].includes(stage) && stageIndex(stage) > stageIndex(start) && stageIndex(stage) < stageIndex(to),
  );
}

/** Where an order goes next; nothing once it is handed over or has ended early. */
export function nextStage(stage: Stage, kind: OrderKind = 'piece'): PathStage | undefined {
  const path = PATHS[kind];
  const at = (path as readonly Stage[]).indexOf(stage);
  if (at < 0) return undefined;
  // The fitting of a retouche is offered beside the way, not on it.
  return path.slice(at + 1).find((one) => kind === 'piece' || one !== 'fitting');
}

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
