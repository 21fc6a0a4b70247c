import type { RateRule } from './rate-limit';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * How often one person may leave something that others must read or that takes somebody's time. Far above what anybody does
 * by hand; a script meets them within seconds.
 */
export const MAKING = {
  remark: { name: 'make:remark', points: 20, seconds: 10 * MINUTE },
  changeRequest: { name: 'make:changeRequest', points: 10, seconds: HOUR },
  measurements: { name: 'make:measurements', points: 12, seconds: HOUR },
  appointment: { name: 'make:appointment', points: 20, seconds: HOUR },
  paper: { name: 'make:paper', points: 40, seconds: 10 * MINUTE },
} as const satisfies Record<string, RateRule>;

/** What one client may have waiting for an answer: change requests of one order, and hours proposed. */
export const MOST_OPEN_REQUESTS = 3;
export const MOST_OPEN_PROPOSALS = 5;
/** How far ahead a client may propose an hour, in days. */
export const BOOKING_HORIZON_DAYS = 366;
