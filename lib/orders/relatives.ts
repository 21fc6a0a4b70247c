import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { type OrderDocument, orders } from './documents';

type Piece = Pick<OrderDocument, '_id' | 'number' | 'title' | 'defects'>;
type Retouche = Pick<
  OrderDocument,
  '_id' | 'number' | 'description' | 'stage' | 'untold' | 'retouchOf' | 'promisedDate' | 'createdAt'
>;

/** Pieces and their retouches, by hex id of the piece. */
export interface Relatives {
  pieces: ReadonlyMap<string, Piece>;
  retouches: ReadonlyMap<string, readonly Retouche[]>;
}

const PIECE = { number: 1, title: 1, defects: 1 } as const;
const RETOUCHE = {
  number: 1,
  description: 1,
  stage: 1,
  untold: 1,
  retouchOf: 1,
  promisedDate: 1,
  createdAt: 1,
} as const;

/** The pieces these orders are retouches of, and the retouches of those that were handed over: they are one client's, like the orders. */
export async function relativesOf(db: Database, list: readonly OrderDocument[]): Promise<Relatives> {
  const altered: ObjectId[] = list.flatMap(({ retouchOf }) => retouchOf ?? []);
  const worn = list.filter(({ kind, stage }) => kind !== 'retouche' && stage === 'delivered').map(({ _id }) => _id);
  const [pieces, retouches] = await Promise.all([
    altered.length === 0
      ? []
      : orders(db)
          .find({ _id: { $in: altered } }, { projection: PIECE })
          .toArray(),
    worn.length === 0
      ? []
      : orders(db)
          .find({ retouchOf: { $in: worn } }, { projection: RETOUCHE })
          .toArray(),
  ]);
  const found = new Map<string, Retouche[]>();
  for (const one of retouches.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())) {
    const piece = one.retouchOf?.toHexString() ?? '';
    found.set(piece, [...(found.get(piece) ?? []), one]);
  }
  return { pieces: new Map(pieces.map((piece) => [piece._id.toHexString(), piece])), retouches: found };
}
