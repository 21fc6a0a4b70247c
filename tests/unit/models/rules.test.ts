import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelName, pageCount, pageWindow, publicationGaps, slugOf } from '@/lib/models/rules';

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
