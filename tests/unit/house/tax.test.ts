import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRY_PRESETS, countryTax } from '@/lib/house/countries/presets';
import { taxIdentityDto } from '@/lib/house/schemas';
import { isSiren, isVatNumberOf, taxProblems } from '@/lib/house/tax';
import { UNSAID_TAX } from '@/lib/house/tax-defaults';

const french = { ...UNSAID_TAX, country: 'FR', registration: '123456782' };
const wrong = (tax: object): string[] =>
  taxIdentityDto
    .safeParse({ ...french, ...tax })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('the number of a French business', () => {
  it.each([
    ['123456782', true],
    ['732 829 320', true],
    ['732829321', false],
    ['73282932000074', true],
    ['73282932000075', false],
    // Whose SIREN is wrong although the whole row passes.
    ['12345678', false],
    ['', false],
    ['35600000000048', true],
    ['35600000049837', true],
    ['35600000049838', false],
  ])('%s: %s', (text, is) => expect(isSiren(text)).toBe(is));

  it('has one last digit that fits, whatever the eight before it', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (eight) => {
        const fitting = [...'0123456789'].filter((last) => isSiren(eight + last));
        expect(fitting).toHaveLength(1);
      }),
    ));

  it('has the VAT number that is reckoned of it', () => {
    expect(isVatNumberOf('FR11123456782', '123456782')).toBe(true);
    expect(isVatNumberOf('FR 44 732829320', '73282932000074')).toBe(true);
    expect(isVatNumberOf('FR12123456782', '123456782')).toBe(false);
    expect(isVatNumberOf('FR44732829320', '123456782')).toBe(false);
    // Newer keys have letters and cannot be reckoned.
    expect(isVatNumberOf('FRK7123456782', '123456782')).toBe(true);
  });
});

describe('what a house says of itself on invoices', () => {
  it('may be nothing, and then nothing is asked', () =>
    expect(taxIdentityDto.safeParse(UNSAID_TAX).success).toBe(true));

  it('asks of a house in France what its law asks', () => {
    expect(wrong({ regime: 'exempt' })).toEqual([]);
    expect(wrong({ regime: 'exempt', registration: '' })).toEqual(['registration fields.required']);
    expect(wrong({ regime: 'exempt', registration: '123456789' })).toEqual(['registration fields.registration']);
    expect(wrong({ regime: 'subject' })).toEqual(['vatNumber fields.required']);
    expect(wrong({ regime: 'subject', vatNumber: 'FR11123456782' })).toEqual([]);
    expect(wrong({ regime: 'subject', vatNumber: 'FR11732829320' })).toEqual(['vatNumber fields.vatNumber']);
    // Code de commerce, art. L441-10: sixty days at most.
    expect(wrong({ companyDays: 61 })).toEqual(['companyDays fields.taxDays']);
  });

  it('asks elsewhere for the country alone', () => {
    expect(taxProblems({ ...UNSAID_TAX, regime: 'exempt' })).toEqual([{ path: 'country', message: 'fields.required' }]);
    for (const { country } of COUNTRY_PRESETS.filter((one) => one.country !== 'FR'))
      expect(taxProblems({ ...UNSAID_TAX, regime: 'exempt', country })).toEqual([]);
  });

  it('has its sources beside every sentence of law', () => {
    for (const { country } of COUNTRY_PRESETS) {
      const law = countryTax(country);
      expect(law?.registration.name, country).toBeTruthy();
      if (law?.exempt || law?.lateTerms || law?.mostDays) expect(law.sources?.length, country).toBeGreaterThan(0);
    }
    expect(countryTax('FR')?.exempt?.fr).toBe('TVA non applicable, art. 293 B du CGI');
  });
});
