import { expect, it } from 'vitest';
import type { Locale } from '@/lib/actor';
import { inLanguage } from '@/lib/i18n/bilingual';

const words = { fr: 'Robe', en: 'Dress' };

it('gives each reader their language', () => {
  expect(inLanguage(words, 'fr')).toBe('Robe');
  expect(inLanguage(words, 'en')).toBe('Dress');
});

it('gives a reader of a language the house does not write in the English words, or theirs where they are there', () => {
  const another = 'de' as Locale;
  expect(inLanguage(words, another)).toBe('Dress');
  const inThree = { ...words, de: 'Kleid' };
  expect(inLanguage(inThree, another)).toBe('Kleid');
});

it('has nothing to say of nothing, and says an empty text as it is', () => {
  expect(inLanguage(undefined, 'fr')).toBeUndefined();
  expect(inLanguage({ fr: '', en: 'Dress' }, 'fr')).toBe('');
});
