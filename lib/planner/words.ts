/** How firmly a day can be promised: « tenable », « serré », « intenable ». From the best to the worst. */
export const DEGREES = ['holds', 'tight', 'untenable'] as const;
export type Degree = (typeof DEGREES)[number];
