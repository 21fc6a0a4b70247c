import { DAY_MS } from '@/lib/calendar';

/** The first day on which a piece that takes `leadTimeDays` may be handed over, a Sunday put off to the Monday. */
export function possibleDate(now: Date, leadTimeDays: number): Date {
  const date = new Date(now.getTime() + leadTimeDays * DAY_MS);
  return date.getUTCDay() === 0 ? new Date(date.getTime() + DAY_MS) : date;
}

/** Days before the feast that are kept for a last touch. */
const MARGIN_DAYS = 15;

/** How the feast and the possible day stand to each other. */
export function dateVerdict(possible: Date, event: Date): 'comfortable' | 'tight' | 'late' {
  const days = Math.floor((event.getTime() - possible.getTime()) / DAY_MS);
  if (days >= MARGIN_DAYS) return 'comfortable';
  return days >= 0 ? 'tight' : 'late';
}
