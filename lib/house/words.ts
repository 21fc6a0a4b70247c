/** What becomes of what a client paid in advance and then cancels: all of it back, less the work done, or none of it (« arrhes »). */
export const ADVANCES = ['returned', 'workKept', 'forfeited'] as const;

/** The feasts and seasons a house counts less hours in; their names are words of the languages. */
export const FEASTS = ['eidAlFitr', 'eidAlAdha', 'christmas', 'weddings'] as const;
export type Feast = (typeof FEASTS)[number];
/** Whether a country’s file names a feast the house knows. */
export const isFeast = (value: string): value is Feast => (FEASTS as readonly string[]).includes(value);
