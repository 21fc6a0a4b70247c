import { PATH } from './stages';

/** What becomes of what a client paid in advance and then cancels: all of it back, less the work done, or none of it (« arrhes »). */
export const ADVANCES = ['returned', 'workKept', 'forfeited'] as const;

/** The feasts and seasons a house counts less hours in; their names are words of the languages. */
export const FEASTS = ['eidAlFitr', 'eidAlAdha', 'christmas', 'weddings'] as const;
export type Feast = (typeof FEASTS)[number];
/** Whether a country’s file names a feast the house knows. */
export const isFeast = (value: string): value is Feast => (FEASTS as readonly string[]).includes(value);

/** Where the client's hand may stop: after the acceptance, and no later than the hand-over. */
export const LOCK_STAGES = PATH.slice(3, -1);

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Not said: no invoice is issued. Subject: VAT is charged. Exempt: none is, and every invoice says why. */
export const TAX_REGIMES = ['unsaid', 'subject', 'exempt'] as const;
