import { z } from 'zod';

/** Money: integer minor units (cents) and an ISO 4217 code. */
export const money = z.strictObject({ amount: z.number().int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof money>;

/** What costs something: zero or more. */
export const price = money.extend({ amount: z.number().int().min(0).max(100_000_000_00) });
