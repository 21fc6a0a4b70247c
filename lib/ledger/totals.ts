/** Sums of an invoice. All arithmetic is on whole minor units; a rate is in hundredths of a per cent (20 % is 2000). */

/** What comes to one rate: net and VAT, in minor units; less than nothing where it is given back. */
export interface RateSum {
  rate: number;
  net: number;
  vat: number;
}

/** a × b / c to the nearest whole, halves away from zero. */
function share(a: number, b: number, c: number): number {
  const [over, under] = [BigInt(a) * BigInt(b), BigInt(c)];
  const negative = over < 0n !== under < 0n;
  const [m, n] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const rounded = (m * 2n + n) / (n * 2n);
  return Number(negative ? -rounded : rounded);
}

export const netOf = (sums: readonly RateSum[]): number => sums.reduce((total, { net }) => total + net, 0);
export const vatOf = (sums: readonly RateSum[]): number => sums.reduce((total, { vat }) => total + vat, 0);
export const grossOf = (sums: readonly RateSum[]): number => netOf(sums) + vatOf(sums);

/** The VAT that is in a price with VAT: rounded once, halves away from zero. */
export const vatIn = (gross: number, rate: number): number => share(gross, rate, 10_000 + rate);

/** Everything together by rate, the highest first; a rate with nothing is left out. */
export function together(...lists: readonly (readonly RateSum[])[]): RateSum[] {
  const byRate = new Map<number, RateSum>();
  for (const { rate, net, vat } of lists.flat()) {
    const there = byRate.get(rate) ?? { rate, net: 0, vat: 0 };
    byRate.set(rate, { rate, net: there.net + net, vat: there.vat + vat });
  }
  return [...byRate.values()].filter(({ net, vat }) => net !== 0 || vat !== 0).sort((a, b) => b.rate - a.rate);
}

/** The same, the other way round. */
export const against = (sums: readonly RateSum[]): RateSum[] =>
  sums.map(({ rate, net, vat }) => ({ rate, net: net === 0 ? 0 : -net, vat: vat === 0 ? 0 : -vat }));

/** What is left of something when parts of it are taken away. */
export const less = (sums: readonly RateSum[], ...parts: readonly (readonly RateSum[])[]): RateSum[] =>
  together(sums, ...parts.map(against));

/**
 * Net and VAT of priced lines. Prices are with VAT, as a consumer reads them, so the tax is taken out of each rate's sum, rounded
 * once per rate (CGI, annexe II, art. 242 nonies A asks for the VAT by rate). Each line is given what its own price adds to the
 * rounded tax of the lines before it: lines come to their rate, and rates to the price, to the minor unit.
 */
export function netLines(lines: readonly { gross: number; rate: number }[]): RateSum[] {
  const before = new Map<number, number>();
  return lines.map(({ gross, rate }) => {
    const [from, to] = [before.get(rate) ?? 0, (before.get(rate) ?? 0) + gross];
    before.set(rate, to);
    const vat = vatIn(to, rate) - vatIn(from, rate);
    return { rate, net: gross - vat, vat };
  });
}

/**
 * Parts an amount in proportion to weights, to the minor unit: the largest remainders get what is left over, of equal ones the first.
 * No part is larger than its weight where the amount is not larger than all of them.
 */
function apportion(amount: number, weights: readonly number[]): number[] {
  const all = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  if (all <= 0n) return weights.map(() => 0);
  const exact = weights.map((weight, at) => {
    const over = BigInt(amount) * BigInt(weight);
    return { at, whole: over / all, rest: over % all };
  });
  let over = amount - Number(exact.reduce((sum, { whole }) => sum + whole, 0n));
  const parts = exact.map(({ whole }) => Number(whole));
  for (const { at } of exact.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))) {
    if (over <= 0) break;
    parts[at] = (parts[at] ?? 0) + 1;
    over -= 1;
  }
  return parts;
}

/**
 * An amount with VAT as a part of some sums, in proportion to what each rate comes to. All of them is all of them, so that parts
 * taken one after the other come to the whole and never to more, in net and in VAT, at every rate. Rates below nothing have no part.
 * @param amount minor units with VAT, from nothing to what the rates above nothing come to
 */
export function partOf(sums: readonly RateSum[], amount: number): RateSum[] {
  const parts = apportion(
    amount,
    sums.map(({ net, vat }) => Math.max(0, net + vat)),
  );
  return together(
    sums.map(({ rate, net, vat }, at) => {
      const part = parts[at] ?? 0;
      const taken = part === 0 ? 0 : share(vat, part, net + vat);
      return { rate, net: part - taken, vat: taken };
    }),
  );
}
