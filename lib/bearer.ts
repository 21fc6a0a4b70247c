import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether an Authorization header bears this token; it takes as long for a wrong one. */
export const bears = (authorization: string | null | undefined, token: string): boolean =>
  timingSafeEqual(digest((authorization ?? '').replace(/^Bearer /i, '')), digest(token));
