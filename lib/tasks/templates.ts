import { DAY_MS, daysLater } from '../calendar';

/** One step of the work on a garment: how long it takes, and how many days before the delivery it should be done. */
export interface TemplateStep {
  /** Its name is in `tasks.steps` of the languages. */
  key: string;
  minutes: number;
  daysBefore: number;
}

const LIGHT: readonly TemplateStep[] = [
  { key: 'measure', minutes: 60, daysBefore: 30 },
  { key: 'pattern', minutes: 150, daysBefore: 26 },
  { key: 'cloth', minutes: 30, daysBefore: 24 },
  { key: 'toile', minutes: 120, daysBefore: 22 },
  { key: 'cut', minutes: 90, daysBefore: 17 },
  { key: 'assemble', minutes: 420, daysBefore: 11 },
  { key: 'fitting', minutes: 60, daysBefore: 8 },
  { key: 'hems', minutes: 120, daysBefore: 4 },
  { key: 'check', minutes: 30, daysBefore: 1 },
];

const DRESS: readonly TemplateStep[] = [
  { key: 'measure', minutes: 60, daysBefore: 56 },
  { key: 'pattern', minutes: 300, daysBefore: 49 },
  { key: 'cloth', minutes: 30, daysBefore: 46 },
  { key: 'toile', minutes: 240, daysBefore: 42 },
  { key: 'cut', minutes: 180, daysBefore: 32 },
  { key: 'assemble', minutes: 600, daysBefore: 22 },
  { key: 'lining', minutes: 180, daysBefore: 18 },
  { key: 'fitting', minutes: 90, daysBefore: 14 },
  { key: 'hems', minutes: 240, daysBefore: 6 },
  { key: 'check', minutes: 45, daysBefore: 2 },
];

const WEDDING: readonly TemplateStep[] = [
  { key: 'measure', minutes: 90, daysBefore: 120 },
  { key: 'pattern', minutes: 540, daysBefore: 108 },
  { key: 'cloth', minutes: 60, daysBefore: 104 },
  { key: 'toile', minutes: 480, daysBefore: 92 },
  { key: 'cut', minutes: 360, daysBefore: 74 },
  { key: 'boning', minutes: 420, daysBefore: 62 },
  { key: 'assemble', minutes: 1500, daysBefore: 45 },
  { key: 'lace', minutes: 900, daysBefore: 34 },
  { key: 'lining', minutes: 360, daysBefore: 28 },
  { key: 'fitting', minutes: 120, daysBefore: 21 },
  { key: 'secondFitting', minutes: 90, daysBefore: 10 },
  { key: 'hems', minutes: 480, daysBefore: 6 },
  { key: 'check', minutes: 60, daysBefore: 2 },
];

const TAILORED: readonly TemplateStep[] = [
  { key: 'measure', minutes: 75, daysBefore: 60 },
  { key: 'pattern', minutes: 420, daysBefore: 52 },
  { key: 'cloth', minutes: 30, daysBefore: 49 },
  { key: 'toile', minutes: 240, daysBefore: 44 },
  { key: 'cut', minutes: 210, daysBefore: 35 },
  { key: 'canvas', minutes: 360, daysBefore: 29 },
  { key: 'assemble', minutes: 900, daysBefore: 20 },
  { key: 'lining', minutes: 240, daysBefore: 16 },
  { key: 'fitting', minutes: 90, daysBefore: 13 },
  { key: 'buttonholes', minutes: 180, daysBefore: 6 },
  { key: 'check', minutes: 45, daysBefore: 2 },
];

/** Ample pieces hang from the shoulder: no toile, but time for the embroidery. */
const FLOWING: readonly TemplateStep[] = [
  { key: 'measure', minutes: 45, daysBefore: 42 },
  { key: 'cloth', minutes: 45, daysBefore: 38 },
  { key: 'cut', minutes: 120, daysBefore: 34 },
  { key: 'embroidery', minutes: 900, daysBefore: 20 },
  { key: 'assemble', minutes: 360, daysBefore: 12 },
  { key: 'fitting', minutes: 60, daysBefore: 8 },
  { key: 'hems', minutes: 150, daysBefore: 4 },
  { key: 'check', minutes: 30, daysBefore: 1 },
];

/** Garment codes of the house's vocabulary. */
const BY_GARMENT: Readonly<Record<string, readonly TemplateStep[]>> = {
  dress: DRESS,
  jumpsuit: DRESS,
  weddingDress: WEDDING,
  suit: TAILORED,
  coat: TAILORED,
  menSuit: TAILORED,
  menCoat: TAILORED,
  skirt: LIGHT,
  blouse: LIGHT,
  trousers: LIGHT,
  tunic: LIGHT,
  boubou: FLOWING,
  caftan: FLOWING,
  agbada: FLOWING,
};

/** Names of the steps of all templates. */
export type StepKey =
  | 'measure'
  | 'pattern'
  | 'cloth'
  | 'toile'
  | 'cut'
  | 'boning'
  | 'canvas'
  | 'embroidery'
  | 'assemble'
  | 'lace'
  | 'lining'
  | 'fitting'
  | 'secondFitting'
  | 'buttonholes'
  | 'hems'
  | 'check';

/** The steps of a garment; a garment the house added itself is worked like a dress. */
const templateOf = (garment: string): readonly TemplateStep[] => BY_GARMENT[garment] ?? DRESS;

/** No work is due on a Sunday: it is due the day before, unless that is over. */
export function workday(day: Date, notBefore: Date): Date {
  const saturday = daysLater(day, -1);
  return day.getUTCDay() === 0 && saturday >= notBefore ? saturday : day;
}

const noon = (at: number): Date => {
  const day = new Date(at);
  day.setUTCHours(12, 0, 0, 0);
  return day;
};

/**
 * The steps with their due days, counted back from the delivery. Where there is less time than the template would like,
 * every distance shrinks in proportion, so that the order of the work stays. No work is due on a Sunday.
 * @param due the promised day, or the wished one; without either the steps have no day
 */
export function planSteps(
  garment: string,
  from: Date,
  due: Date | undefined,
): (TemplateStep & { dueDate: Date | undefined })[] {
  const steps = templateOf(garment);
  if (!due) return steps.map((step) => ({ ...step, dueDate: undefined }));
  const start = noon(from.getTime());
  const end = noon(due.getTime());
  const available = Math.max(0, Math.round((end.getTime() - start.getTime()) / DAY_MS));
  const wanted = Math.max(...steps.map((step) => step.daysBefore));
  const factor = Math.min(1, available / wanted);
  return steps.map((step) => {
    const day = noon(end.getTime() - Math.floor(step.daysBefore * factor) * DAY_MS);
    return { ...step, dueDate: workday(day, start) };
  });
}

/** Jobs of a retouche that become tasks of their own; what is written after them stays in its description. */
const MOST_JOBS = 12;
const LONGEST_TITLE = 200;
/** Under which keys they are kept, each once per order. */
export const RETOUCHE_KEYS: readonly string[] = Array.from({ length: MOST_JOBS }, (_, index) => `retouche${index + 1}`);

/**
 * The tasks of a retouche: one for each line of what is to be done, its minutes shared out evenly and none lost, due the day before it is
 * promised (today at the soonest, never on a Sunday where that can be helped).
 * @param minutes what the whole of it is reckoned at
 */
export function planRetouche(
  description: string,
  minutes: number,
  from: Date,
  due: Date | undefined,
): { key: string; title: string; minutes: number; dueDate: Date | undefined }[] {
  const jobs = description
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_JOBS);
  const start = noon(from.getTime());
  const day = due && noon(Math.max(start.getTime(), noon(due.getTime()).getTime() - DAY_MS));
  const each = Math.floor(minutes / jobs.length);
  return jobs.map((job, index) => ({
    key: RETOUCHE_KEYS[index] ?? '',
    title: job.length > LONGEST_TITLE ? `${job.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : job,
    minutes: index === 0 ? minutes - each * (jobs.length - 1) : each,
    dueDate: day && workday(day, start),
  }));
}
