/** Signs a message holds at most. */
export const MAX_CONTENT = 4_000;
