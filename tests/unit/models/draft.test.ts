import { describe, expect, it } from 'vitest';
import { inputOf, draftOf, EMPTY_MAKING, newDraft, publishable } from '@/lib/models/draft';
import { publicationGaps } from '@/lib/models/rules';
import { editModelInput, createModelInput, type ModelDto } from '@/lib/models/schemas';

const model: ModelDto = {
  id: 'a'.repeat(24),
  slug: 'robe-aube',
  title: { fr: 'Robe Aube', en: 'Aube dress' },
  name: 'Aube',
  description: { fr: 'Coupée', en: 'Cut' },
  category: 'dress',
  garment: 'dress',
  fabrics: [{ code: 'silk', label: { fr: 'Soie', en: 'Silk' } }],
  colours: [{ code: 'blue', label: { fr: 'Nuit', en: 'Midnight' }, hex: '#1d2436' }],
  priceFrom: { amount: 185_050, currency: 'EUR' },
  leadTimeDays: 35,
  images: [{ id: 'b'.repeat(24), alt: { fr: 'Face', en: 'Front' }, width: 10, height: 15, placeholder: 'data:,' }],
  tags: { fr: ['soir', 'biais'], en: ['evening'] },
  status: 'draft',
  couturierId: 'c'.repeat(24),
  createdAt: '2026-11-23T08:00:00.000Z',
  updatedAt: '2026-11-23T08:00:00.000Z',
  version: 3,
};

describe('the form of a model', () => {
  it('sends back what it was given, in the shape the house takes', () => {
    const body = inputOf(draftOf(model));
    expect(createModelInput.safeParse(body).success).toBe(true);
    expect(editModelInput.safeParse({ ...body, version: 3 }).success).toBe(true);
    expect(body).toMatchObject({ name: 'Aube', priceFrom: model.priceFrom, tags: model.tags, making: null });
    expect(body.images).toEqual([{ id: model.images[0]?.id, alt: { fr: 'Face', en: 'Front' } }]);
    expect(publicationGaps(publishable(draftOf(model)))).toEqual([]);
  });

  it('never guesses a number: what is missing or unreadable is refused by name', () => {
    const draft = { ...draftOf(model), price: NaN, leadTimeDays: undefined, making: EMPTY_MAKING };
    const paths = createModelInput.safeParse(inputOf(draft)).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toEqual([
      'priceFrom.amount',
      'leadTimeDays',
      'making.clothLength',
      'making.hours',
      'making.handHours',
    ]);
  });

  it('begins empty, and says all that publication lacks', () => {
    const draft = newDraft('c'.repeat(24), 'EUR');
    expect(publicationGaps(publishable(draft))).toHaveLength(7);
    expect(inputOf({ ...draft, tags: { fr: ' soie, , soie ,biais', en: '' } }).tags).toEqual({
      fr: ['soie', 'biais'],
      en: [],
    });
  });
});
