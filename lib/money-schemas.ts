import { z } from 'zod';
import { PRICE_MAX } from './money';

/** Money: integer minor units of its currency (cents; whole francs where there are none) and an ISO 4217 code. */
export const money = z.strictObject({ amount: z.number().int(), currency: z.string().regex(/^[A-Z]{3}$/) });

/** What costs something: zero or more. */
export const price = money.extend({ amount: z.number().int().min(0).max(PRICE_MAX) });
