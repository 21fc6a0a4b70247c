import { describe, expect, it } from 'vitest';
import { UNSAID_TAX } from '@/lib/house/tax-defaults';
import { natureOf, usualRate } from '@/lib/orders/usual-rate';

const rates = { goods: 20, service: 10, mixed: undefined };
const tax = { ...UNSAID_TAX, regime: 'subject' as const, rates };

describe('the VAT a new line begins with', () => {
  it.each([
    ['the usual one, where its nature has none', 'subject', { unit: 'piece' }, 18],
    ['that of goods, by the metre', 'subject', { unit: 'metre' }, 20],
    ['that of services, by the hour', 'subject', { unit: 'hour' }, 10],
    ['that of what the line says it is', 'subject', { unit: 'hour', nature: 'goods' }, 20],
    ['the same before the regime is said', 'unsaid', { unit: 'hour' }, 10],
    ['none in a house without VAT', 'exempt', { unit: 'hour' }, 0],
    ['none there, whatever the line says', 'exempt', { unit: 'piece', nature: 'goods' }, 0],
  ] as const)('is %s', (_, regime, line, rate) =>
    expect(usualRate({ vatPercent: 18, tax: { ...tax, regime } }, line)).toBe(rate),
  );

  it('may be none at all for one nature', () =>
    expect(usualRate({ vatPercent: 18, tax: { ...tax, rates: { goods: 0 } } }, { unit: 'metre' })).toBe(0));
});

it('a line is what it says, else what the house says of its unit', () => {
  expect(natureOf(tax, { unit: 'piece' })).toBe('mixed');
  expect(natureOf(tax, { unit: 'piece', nature: 'service' })).toBe('service');
});
