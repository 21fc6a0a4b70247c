/** How often somebody who writes says so; what comes sooner is not passed on. */
export const TYPING_MS = 3_000;
