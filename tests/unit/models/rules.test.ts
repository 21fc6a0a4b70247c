import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldText,
  modelName,
  pageCount,
  pageWindow,
  publicationGaps,
  searchTextOf,
  searchWords,
  slugOf,
} from '@/lib/models/rules';

describe('folding', () => {
  it.each([
    ['Mariée d’Héloïse', "mariee d'heloise"],
    ['ŒILLET  à\u00a0CŒUR', 'oeillet a coeur'],
    ['Straße ÆON', 'strasse aeon'],
    ['İstanbul', 'istanbul'],
    ['e\u0301te\u0301', 'ete'],
  ])('%s → %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('is settled after one time, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)));
  });

  it('finds every word of a model by that word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }), (words) => {
        const model = { title: { fr: words.join(' '), en: '' }, fabrics: [], colours: [], tags: { fr: [], en: [] } };
        const search = searchTextOf(model);
        return searchWords(words.join(' ')).every((word) => search.includes(word));
      }),
    );
  });
});

describe('a slug', () => {
  it.each([
    ['Robe Clair de lune', 'robe-clair-de-lune'],
    ['Mariée « Héloïse » !', 'mariee-heloise'],
    ['— … —', 'modele'],
  ])('of %s is %s', (title, slug) => expect(slugOf(title)).toBe(slug));

  it('is always an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const slug = slugOf(title);
        return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 70;
      }),
    );
  });
});

describe('publication', () => {
  const whole = {
    title: { fr: 'a', en: 'b' },
    description: { fr: 'a', en: 'b' },
    fabrics: [{ code: 'silk', label: { fr: 'a', en: 'b' } }],
    colours: [{ code: 'blue', label: { fr: 'a', en: 'b' }, hex: '#000000' }],
    images: [{ alt: { fr: 'a', en: 'b' } }],
    priceFrom: { amount: 1 },
  };

  it('needs nothing more of a whole model', () => expect(publicationGaps(whole)).toEqual([]));

  it.each([
    [{ title: { fr: 'a', en: '' } }, ['title.en']],
    [{ description: { fr: '', en: '' } }, ['description.fr', 'description.en']],
    [{ fabrics: [] }, ['fabrics']],
    [{ colours: [] }, ['colours']],
    [{ images: [] }, ['images']],
    [{ images: [{ alt: { fr: 'a', en: 'b' } }, { alt: { fr: 'a', en: '' } }] }, ['images.1.alt']],
    [{ priceFrom: { amount: 0 } }, ['priceFrom']],
  ])('of %o lacks %o', (part, gaps) => expect(publicationGaps({ ...whole, ...part })).toEqual(gaps));
});

describe('the name a model goes by', () => {
  it('is the house’s, else the title in the reader’s language, else the French one', () => {
    expect(modelName({ name: 'Aube', title: { fr: 'Robe', en: 'Dress' } }, 'en')).toBe('Aube');
    expect(modelName({ title: { fr: 'Robe', en: 'Dress' } }, 'en')).toBe('Dress');
    expect(modelName({ title: { fr: 'Robe', en: '' } }, 'en')).toBe('Robe');
  });
});

describe('the pages of the catalogue', () => {
  it('show every model once, and no empty page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (total) => {
        const pages = pageCount(total);
        let shown = 0;
        for (let page = 1; page <= pages; page += 1) {
          const { skip, limit } = pageWindow(page);
          if (skip !== shown || (page > 1 && skip >= total)) return false;
          shown = Math.min(total, skip + limit);
        }
        return shown === total;
      }),
    );
  });

  it('of the 24 models of the house are three', () => expect(pageCount(24)).toBe(3));
});
