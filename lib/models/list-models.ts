import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { readPage } from '../db/keyset';
import type { Page } from '../pages';
import { models } from './documents';
import { toModel } from './dto';
import { filterOf, orderOf } from './repository';
import type { ModelDto, ModelFilters, ListModelsQuery } from './schemas';

/**
 * The catalogue, page after page by cursor. Visitors and clients see published models whatever `status` they ask for.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listModels(db: Database, actor: Actor | null, query: ListModelsQuery): Promise<Page<ModelDto>> {
  const { limit, cursor, ...filters } = query;
  const order = orderOf(filters.sort, (filters.status ?? 'published') === 'published');
  const filter = await filterOf(db, actor, filters);
  const { rows, nextCursor } = await readPage(models(db), filter, order, { limit, cursor });
  return { items: rows.map(toModel), nextCursor };
}

/** One numbered page of the catalogue and how many models answer in all, for pages with « 2 sur 3 ». */
export async function browseModels(
  db: Database,
  actor: Actor | null,
  filters: Partial<ModelFilters>,
  window: { skip: number; limit: number },
): Promise<{ items: ModelDto[]; total: number }> {
  const filter = await filterOf(db, actor, filters);
  const order = orderOf(filters.sort ?? 'newest', (filters.status ?? 'published') === 'published');
  const [rows, total] = await Promise.all([
    models(db).find(filter).sort(order.sort).skip(window.skip).limit(window.limit).toArray(),
    models(db).countDocuments(filter),
  ]);
  return { items: rows.map(toModel), total };
}

/** How many models of each status there are that answer the filters. */
export async function countByStatus(
  db: Database,
  actor: Actor | null,
  filters: Partial<ModelFilters>,
): Promise<Record<'draft' | 'published' | 'archived', number>> {
  const count = async (status: 'draft' | 'published' | 'archived') =>
    models(db).countDocuments(await filterOf(db, actor, { ...filters, status }));
  const [draft, published, archived] = await Promise.all([count('draft'), count('published'), count('archived')]);
  return { draft, published, archived };
}
