import type { OrderDto } from './answers';

/** What the piece of an order is, without whom, what for and when it was made. */
export interface PieceAgain {
  /** The model's address, where its page can be read. */
  modelSlug?: string;
  title: string;
  garment: string;
  description: string;
  /** Every wish in words, by its name: the house's own names and others. */
  wishes: Record<string, string>;
  /** Whether they brought the cloth, and wanted a sample first. */
  ownFabric: boolean;
  sample: boolean;
  couturierId: string;
}

/** Wishes that were about that order and not about its piece: how it was measured, and for how many. */
const OF_THAT_ORDER = new Set(['measures', 'people']);

/**
 * What of an order is asked for when its piece is made again. Its feast, its days, its price and its pictures stay with it: the first are
 * said anew, the pictures belong to what was signed.
 */
export function pieceAgain(
  order: Pick<OrderDto, 'title' | 'garment' | 'description' | 'options' | 'couturierId' | 'plate'>,
): PieceAgain {
  const { ownFabric, sample, ...options } = order.options;
  const wishes = Object.entries(options).flatMap(([name, value]) =>
    OF_THAT_ORDER.has(name) || typeof value === 'boolean' ? [] : [[name, String(value)] as const],
  );
  return {
    modelSlug: order.plate?.slug,
    title: order.title,
    garment: order.garment,
    description: order.description,
    wishes: Object.fromEntries(wishes),
    ownFabric: ownFabric === true,
    sample: sample === true,
    couturierId: order.couturierId,
  };
}
