/** What brings several people together. */
export const PARTY_KINDS = ['wedding', 'baptism', 'feast', 'ceremony', 'other'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Whether a person's measures are there: with the order or of the last six months; asked for; or past the day they were asked for. */
export const MEASURES_STATES = ['taken', 'awaited', 'late', 'none'] as const;
export type MeasuresState = (typeof MEASURES_STATES)[number];

export const PARTY_TIMES = ['coming', 'past'] as const;

/** As many as one event holds: a row for each, on one page. */
export const MOST_MEMBERS = 40;
export const MOST_PAYERS = 20;
export const MOST_COMMON_DAYS = 20;
