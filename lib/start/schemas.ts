import { z } from 'zod';

/** What a health check answers; `cause` says in words what is missing. */
export const healthDto = z.object({ status: z.enum(['ok', 'unavailable']), cause: z.string().optional() });
