import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueQuery, filterCount, readCatalogueState, withoutValue } from '@/lib/models/catalogue-query';
import { MODEL_SORTS } from '@/lib/models/schemas';

const code = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/);
const codes = fc.option(fc.uniqueArray(code, { minLength: 1, maxLength: 4 }), { nil: undefined });
const filters = fc.record({
  q: fc.option(fc.stringMatching(/^[a-zé]{1,8}$/), { nil: undefined }),
  category: codes,
  fabric: codes,
  colour: codes,
  maxPrice: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
  couturierId: fc.option(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{24}$/), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
  }),
  sort: fc.constantFrom(...MODEL_SORTS),
});

describe('the address of the catalogue', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(filters, fc.integer({ min: 1, max: 40 }), (wanted, page) => {
        expect(readCatalogueState(catalogueQuery(wanted, page))).toEqual({ filters: wanted, page });
      }),
      { numRuns: 50 },
    );
  });

  it('is clean when nothing is chosen', () => {
    expect(catalogueQuery(readCatalogueState({}).filters)).toEqual({});
  });

  it('may repeat a field, as a form does', () => {
    const { filters: read } = readCatalogueState({ fabric: ['silk', 'lace'], maxPrice: '', q: '  ', sort: 'newest' });
    expect(read).toMatchObject({ fabric: ['silk', 'lace'], maxPrice: undefined, q: undefined });
  });

  it.each([
    { page: '-1' },
    { page: '1.5' },
    { sort: 'magic' },
    { maxPrice: 'much' },
    { colour: '<b>' },
    { couturierId: 'me' },
    { page: '99999999' },
  ])('leaves out what it says wrongly: %o', (params) => {
    expect(readCatalogueState(params)).toEqual(readCatalogueState({}));
  });

  it('counts and takes off one value at a time', () => {
    const { filters: read } = readCatalogueState({ colour: 'blue,green', maxPrice: '100000', q: 'soie' });
    expect(filterCount(read)).toBe(4);
    expect(filterCount(withoutValue(read, 'colour', 'blue'))).toBe(3);
    expect(catalogueQuery(withoutValue(withoutValue(read, 'colour', 'blue'), 'colour', 'green'))).not.toHaveProperty(
      'colour',
    );
  });
});
