/**
 * What is counted one by one in a till, the largest first, in minor units of its currency; smaller coins are counted together. Notes and coins
 * in use as their banks of issue list them (ECB, BCEAO, BEAC, SNB, Bank Al-Maghrib, Bank of Canada, Federal Reserve, Bank of England).
 */
const PIECES: Readonly<Record<string, readonly number[]>> = {
  EUR: [20_000, 10_000, 5_000, 2_000, 1_000, 500],
  XOF: [10_000, 5_000, 2_000, 1_000, 500],
  XAF: [10_000, 5_000, 2_000, 1_000, 500],
  CHF: [20_000, 10_000, 5_000, 2_000, 1_000],
  MAD: [20_000, 10_000, 5_000, 2_000],
  CAD: [10_000, 5_000, 2_000, 1_000, 500],
  USD: [10_000, 5_000, 2_000, 1_000, 500, 100],
  GBP: [5_000, 2_000, 1_000, 500],
};

/** Notes of a currency; none where the house has no list of them: then the till is counted as one sum. */
export const piecesOf = (currency: string): readonly number[] => PIECES[currency] ?? [];
