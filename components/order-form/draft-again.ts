import type { PieceAgain } from '@/lib/orders/again';
import type { OrderDraft } from './draft';

/** Wishes that the form has a field for; the others are told in words. */
const FIELDS = ['fabric', 'colour', 'silhouette'] as const;
const MOST_WORDS = 3_500;

/**
 * An earlier piece as the form is filled with it; what the form was told of the feast and of the person stays.
 * @param nameOf a wish in the reader's words
 */
export function draftAgain(piece: PieceAgain, nameOf: (wish: string) => string): Partial<OrderDraft> {
  const { modelSlug = '', title, garment, description, wishes, ownFabric, sample, couturierId } = piece;
  const fields = Object.fromEntries(FIELDS.map((name) => [name, wishes[name] ?? '']));
  const others = Object.entries(wishes)
    .filter(([name]) => !FIELDS.some((one) => one === name))
    .map(([name, value]) => `${nameOf(name)}\u00A0: ${value}`);
  return {
    modelSlug,
    title,
    garment,
    ...fields,
    ownFabric,
    sample,
    words: [description, ...others].filter(Boolean).join('\n').slice(0, MOST_WORDS),
    couturierId,
    references: [],
  };
}
