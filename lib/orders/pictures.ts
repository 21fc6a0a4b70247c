import type { ClientSession } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { type FileDocument, files } from '../files/documents';
import { toFileRef } from '../files/dto';
import type { OrderPicturesDto } from './answers';
import type { OrderDocument } from './documents';
import { findOrder, scopeOf } from './repository';

/**
 * The pictures that lie with an order for both people, oldest first: brought, drawn, photographed. What proves an agreement, a
 * photograph of a signed paper, is no picture of the piece.
 */
export async function findPictures(
  db: Database,
  order: Pick<OrderDocument, '_id' | 'quotes' | 'cuttingApprovals'>,
  session?: ClientSession,
): Promise<FileDocument[]> {
  const agreements = [...order.quotes, ...order.cuttingApprovals.flatMap(({ signatures }) => signatures)];
  const papers = agreements.flatMap(({ paper }) => paper?.fileId ?? []);
  const found = await files(db)
    .find(
      {
        'attachedTo.kind': 'order',
        'attachedTo.id': order._id,
        'attachedTo.audience': { $exists: false },
        width: { $exists: true },
      },
      { session },
    )
    .toArray();
  return found
    .filter(({ _id }) => !papers.some((paper) => paper.equals(_id)))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** Those among them that are the order's own, not a model's drawing kept for a sheet. */
export const ownPictures = (pictures: readonly FileDocument[]): FileDocument[] =>
  pictures.filter(({ copyOf }) => copyOf === undefined);

/**
 * The pictures a bon à couper may show, besides the drawing of the order's model.
 * @throws AppError not_found.
 */
export async function listPictures(db: Database, actor: Actor, id: string): Promise<OrderPicturesDto> {
  const order = await findOrder(db, scopeOf(actor), toId(id));
  if (!order) throw notFound();
  return { items: ownPictures(await findPictures(db, order)).map(toFileRef) };
}
