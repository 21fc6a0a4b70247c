import { z } from 'zod';

/** An id as a caller may write it: 24 hexadecimal digits. */
export const givenId = z.string().regex(/^[0-9a-f]{24}$/i);
/** An id as it leaves. */
export const sentId = z.string().regex(/^[0-9a-f]{24}$/);
/** A moment as it leaves: ISO 8601, UTC. */
export const sentMoment = z.iso.datetime();
