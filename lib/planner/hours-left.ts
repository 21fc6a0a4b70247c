import { hoursFor, usualRetouche } from '../house/rules';
import type { StageHours } from '../house/schemas';
import { GOING, isOver, type OrderKind, type PathStage, type Stage, stageIndex } from '../house/stages';
import type { Part } from './plan';

/** What a house says a piece takes. */
export interface HouseHours {
  stageHours: StageHours;
  garmentHours: Record<string, Partial<StageHours>>;
}

/** What of an order says how much work it is. */
export interface Worked {
  garment: string;
  stage: Stage;
  /** Absent: a piece. */
  kind?: OrderKind;
  /** Of a retouche, what the house reckons it at. */
  workMinutes?: number;
}

/** The minutes of a retouche by stage, parted as the house parts altering and finishing; tried on, it still has all of it before it. */
function retoucheByStage(house: HouseHours, order: Worked): { stage: PathStage; minutes: number }[] {
  const { alterations, finishing } = hoursFor(house, order.garment);
  const { workMinutes: all = usualRetouche(house, order.garment) } = order;
  const both = alterations + finishing;
  const altering = both === 0 ? all : Math.round((all * alterations) / both);
  const parts = [
    { stage: 'alterations' as const, minutes: altering },
    { stage: 'finishing' as const, minutes: all - altering },
  ];
  return parts.filter(({ stage }) => stageIndex(stage) >= stageIndex(order.stage));
}

/** The first stage that needs the cloth itself: until then one works on paper and in calico. */
const CLOTH_STAGE: PathStage = 'cutting';

/**
 * Minutes of work that a piece still asks for, by stage. The stage it stands at counts whole: nobody says how far it is, and a
 * date that counts on half of it is a guess. Handed over or given up, it asks for nothing.
 */
export function minutesByStage(house: HouseHours, order: Worked): { stage: PathStage; minutes: number }[] {
  if (isOver(order.stage)) return [];
  if (order.kind === 'retouche') return retoucheByStage(house, order);
  const hours = hoursFor(house, order.garment);
  return GOING.filter((stage) => stageIndex(stage) >= stageIndex(order.stage)).map((stage) => ({
    stage,
    minutes: Math.round(hours[stage] * 60),
  }));
}

/**
 * Minutes of work left of an order: what its board says, else what the house gives to the stages that are left.
 * @param planned minutes of its open tasks; none where it has no tasks
 */
export const neededFor = (house: HouseHours, order: Worked, planned: number | undefined): number =>
  planned ?? minutesByStage(house, order).reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * The same as work one can plan: what is done before the cloth is there, and what waits for it.
 * @param pace how much longer pieces take than the house says (see `paceOf`)
 * @param clothFrom the first day one may cut; none where the cloth is there
 */
export function partsOf(
  house: HouseHours,
  order: Worked,
  { pace = 1, clothFrom }: { pace?: number; clothFrom?: string } = {},
): Part[] {
  const stages = minutesByStage(house, order);
  const sum = (wanted: (stage: PathStage) => boolean): number =>
    Math.ceil(stages.filter(({ stage }) => wanted(stage)).reduce((all, { minutes }) => all + minutes, 0) * pace);
  const waits = (stage: PathStage): boolean => stageIndex(stage) >= stageIndex(CLOTH_STAGE);
  return [
    { minutes: sum((stage) => !waits(stage)) },
    { minutes: sum(waits), ...(clothFrom === undefined ? {} : { from: clothFrom }) },
  ].filter(({ minutes }) => minutes > 0);
}
