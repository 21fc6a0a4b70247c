import { describe, expect, it } from 'vitest';
import { draftAgain } from '@/components/order-form/draft-again';
import { pieceAgain } from '@/lib/orders/again';

const order = {
  title: 'Robe Clair de lune',
  garment: 'dress',
  description: 'Dos couvert.',
  options: {
    measures: 'À l’atelier',
    people: 'oui',
    fabric: 'Crêpe',
    train: 'petite',
    ownFabric: true,
    slit: false,
    budget: 800,
  },
  couturierId: 'c'.repeat(24),
  plate: { slug: 'robe-clair-de-lune', title: { fr: '', en: '' } },
};

describe('a piece that is made again', () => {
  it('keeps what the piece is, and leaves how and for how many that order was', () =>
    expect(pieceAgain(order)).toEqual({
      modelSlug: 'robe-clair-de-lune',
      title: 'Robe Clair de lune',
      garment: 'dress',
      description: 'Dos couvert.',
      wishes: { fabric: 'Crêpe', train: 'petite', budget: '800' },
      ownFabric: true,
      sample: false,
      couturierId: 'c'.repeat(24),
    }));

  it('fills the fields of the form, tells the other wishes in words, and says nothing of a feast', () => {
    const draft = draftAgain(pieceAgain(order), (wish) => (wish === 'train' ? 'Traîne' : wish));
    expect(draft).toMatchObject({
      modelSlug: 'robe-clair-de-lune',
      fabric: 'Crêpe',
      colour: '',
      ownFabric: true,
      references: [],
    });
    expect(draft.words).toBe('Dos couvert.\nTraîne\u00A0: petite\nbudget\u00A0: 800');
    for (const name of ['occasion', 'eventDate', 'desiredDate', 'eventName']) expect(draft).not.toHaveProperty(name);
  });

  it('is a piece of one’s own where there was no model, in no more words than the form takes', () => {
    const long = { ...order, plate: undefined, description: 'x'.repeat(4_000) };
    const draft = draftAgain(pieceAgain(long), (wish) => wish);
    expect(draft.modelSlug).toBe('');
    expect(draft.words).toHaveLength(3_500);
  });
});
