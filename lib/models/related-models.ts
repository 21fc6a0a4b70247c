import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { models } from './documents';
import { toModel } from './dto';
import type { ModelDto } from './schemas';

/**
 * Models to look at next: those of the same hand, latest first; where there are too few of them, those of the same kind.
 * @returns `sameHand` says which of the two they are.
 */
export async function relatedModels(
  db: Database,
  model: Pick<ModelDto, 'id' | 'couturierId' | 'category'>,
  limit: number,
): Promise<{ models: ModelDto[]; sameHand: boolean }> {
  const others = { _id: { $ne: toId(model.id) }, status: 'published' as const };
  const read = (filter: object) =>
    models(db)
      .find({ ...others, ...filter })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(limit)
      .toArray();
  const sameHand = await read({ couturierId: toId(model.couturierId) });
  if (sameHand.length >= limit / 2) return { models: sameHand.map(toModel), sameHand: true };
  const sameKind = await read({ category: model.category });
  return { models: sameKind.map(toModel), sameHand: false };
}
