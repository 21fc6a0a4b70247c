/** How firmly a day can be promised: « tenable », « serré », « intenable ». From the best to the worst. */
export const DEGREES = ['holds', 'tight', 'untenable'] as const;
export type Degree = (typeof DEGREES)[number];

/** What the calendar alone says against a day: anybody may read it. */
export const OPEN_REASONS = ['past', 'closed', 'afterEvent', 'feast'] as const;
/** Everything that may be said against a day; the rest is of people's hours, and of other clients' pieces. */
export const REASON_KINDS = [...OPEN_REASONS, 'notBefore', 'beyondHands', 'littleMargin', 'otherSuffers'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];
