import type { TaxIdentity } from '../house/schemas';
import type { LineNature } from '../ledger/words';
import type { Unit } from './words';

/** What a house says that a new line of a quote begins with. */
export interface RateDefaults {
  /** Per cent, of what has no rate of its own. */
  vatPercent: number;
  tax: Pick<TaxIdentity, 'regime' | 'natures' | 'rates'>;
}

/** What a line is: as it says itself, else as the house says of what is counted so. */
export const natureOf = (
  { natures }: Pick<TaxIdentity, 'natures'>,
  line: { unit: Unit; nature?: LineNature },
): LineNature => line.nature ?? natures[line.unit];

/** The VAT of a new line in per cent: none in a house without VAT, else the rate of what the line is, else the usual one. */
export const usualRate = ({ vatPercent, tax }: RateDefaults, line: { unit: Unit; nature?: LineNature }): number =>
  tax.regime === 'exempt' ? 0 : (tax.rates[natureOf(tax, line)] ?? vatPercent);
