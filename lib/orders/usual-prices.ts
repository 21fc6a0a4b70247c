import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { models } from '../models/documents';
import type { UsualPricesDto } from './answers';
import { orders } from './documents';
import { UNITS } from './words';

/** As many as say what is usual now, and no more than one reads in an instant. */
const ORDERS = 60;
const MODELS = 60;
/** Fewer prices say nothing of what is usual. */
const FEWEST = 3;

/** The price that three of four do not go beyond. */
function upperOf(amounts: readonly number[]): number | undefined {
  if (amounts.length < FEWEST) return undefined;
  return amounts.toSorted((a, b) => a - b)[Math.ceil(amounts.length * 0.75) - 1];
}

/**
 * What the house usually asks, from its last orders and models: for one unit of a quote's line, for a model. A field asks about a price
 * many times as high. What too few prices say is left out.
 */
export async function usualPrices(db: Database): Promise<UsualPricesDto> {
  const { currency } = await getHouse(db);
  const [quoted, shown] = await Promise.all([
    orders(db)
      .find(
        { kind: { $ne: 'retouche' } },
        { projection: { quotes: 1 }, sort: { createdAt: -1, _id: -1 }, limit: ORDERS },
      )
      .toArray(),
    models(db)
      .find(
        { status: 'published' },
        { projection: { priceFrom: 1 }, sort: { publishedAt: -1, _id: -1 }, limit: MODELS },
      )
      .toArray(),
  ]);
  const lines = quoted.flatMap(({ quotes }) => quotes.at(-1)?.lines ?? []);
  const sum = (prices: readonly { amount: number; currency: string }[]) => {
    const amount = upperOf(prices.flatMap((one) => (one.currency === currency && one.amount > 0 ? [one.amount] : [])));
    return amount === undefined ? undefined : { amount, currency };
  };
  const units = UNITS.map((unit) => [unit, sum(lines.flatMap((one) => (one.unit === unit ? [one.unitPrice] : [])))]);
  return { ...Object.fromEntries(units), model: sum(shown.map(({ priceFrom }) => priceFrom)) } as UsualPricesDto;
}
