import { type Filter, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, type Keyset } from '../db/keyset';
import { searchFilter } from '../db/search';
import { type ModelDocument, models } from './documents';
import type { ModelFilters, ModelSort } from './schemas';

type ModelFilter = Filter<ModelDocument>;

/** What this person may see of the models: published ones, staff all. */
const visibleTo = (actor: Actor | null): ModelFilter => (actor && isStaff(actor) ? {} : { status: 'published' });

/** The catalogue's filters as a query, inside what the person may see. Published only, unless staff ask for a status. */
export async function filterOf(
  db: Database,
  actor: Actor | null,
  filters: Partial<ModelFilters>,
): Promise<ModelFilter> {
  const parts: ModelFilter[] = [visibleTo(actor), { status: filters.status ?? 'published' }];
  if (filters.category?.length) parts.push({ category: { $in: filters.category } });
  if (filters.fabric?.length) parts.push({ 'fabrics.code': { $in: filters.fabric } });
  if (filters.colour?.length) parts.push({ 'colours.code': { $in: filters.colour } });
  if (filters.maxPrice !== undefined) parts.push({ 'priceFrom.amount': { $lte: filters.maxPrice } });
  if (filters.couturierId?.length) parts.push({ couturierId: { $in: filters.couturierId.map(toId) } });
  const scope: ModelFilter = { $and: parts };
  const words = await searchFilter<ModelDocument>(models(db), scope, filters.q);
  return { $and: [scope, words] };
}

const ORDERS = {
  newest: keyset<ModelDocument>(['publishedAt', -1, 'date']),
  // What was never published has no day of it: « newest » is then the last touched.
  touched: keyset<ModelDocument>(['updatedAt', -1, 'date']),
  priceAsc: keyset<ModelDocument>(['priceFrom.amount', 1, 'number']),
  priceDesc: keyset<ModelDocument>(['priceFrom.amount', -1, 'number']),
  name: keyset<ModelDocument>(['sortName', 1, 'text']),
};

/** The order a list of models is in. */
export const orderOf = (sort: ModelSort, published: boolean): Keyset<ModelDocument> =>
  ORDERS[sort === 'newest' && !published ? 'touched' : sort];

/** One model by slug; staff may also name it by id. Scope is in the filter. */
export const findVisible = (db: Database, actor: Actor | null, key: string): Promise<ModelDocument | null> => {
  const byId = actor && isStaff(actor) && /^[0-9a-f]{24}$/.test(key) ? [{ _id: new ObjectId(key) }] : [];
  return models(db).findOne({ $and: [visibleTo(actor), { $or: [{ slug: key }, ...byId] }] });
};
