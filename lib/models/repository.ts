import { type Filter, ObjectId, type Sort } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { decodeCursor } from '../pagination';
import { type ModelDocument, models } from './documents';
import { searchWords } from './rules';
import type { ModelFilters, ModelSort } from './schemas';

type ModelFilter = Filter<ModelDocument>;

/** What this person may see of the models: published ones, staff all. */
export const visibleTo = (actor: Actor | null): ModelFilter => (actor && isStaff(actor) ? {} : { status: 'published' });

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The catalogue's filters as a query, inside what the person may see. Published only, unless staff ask for a status. */
export function filterOf(actor: Actor | null, filters: Partial<ModelFilters>): ModelFilter {
  const words = searchWords(filters.q ?? '').map((word) => ({ search: { $regex: escaped(word) } }));
  const parts: ModelFilter[] = [visibleTo(actor), { status: filters.status ?? 'published' }, ...words];
  if (filters.category?.length) parts.push({ category: { $in: filters.category } });
  if (filters.fabric?.length) parts.push({ 'fabrics.code': { $in: filters.fabric } });
  if (filters.colour?.length) parts.push({ 'colours.code': { $in: filters.colour } });
  if (filters.maxPrice !== undefined) parts.push({ 'priceFrom.amount': { $lte: filters.maxPrice } });
  if (filters.couturierId?.length)
    parts.push({ couturierId: { $in: filters.couturierId.map((id) => new ObjectId(id)) } });
  return { $and: parts };
}

interface Order {
  sort: Sort;
  /** The sort value of a model, as the cursor carries it. */
  valueOf: (model: ModelDocument) => string | number;
  /** The models after (value, id). */
  after: (value: string | number, id: ObjectId) => ModelFilter;
}

const orderBy = (
  field: 'updatedAt' | 'publishedAt' | 'priceFrom.amount' | 'sortName',
  direction: 1 | -1,
  valueOf: Order['valueOf'],
  read: (value: string | number) => unknown,
): Order => {
  const beyond = direction === 1 ? '$gt' : '$lt';
  return {
    sort: { [field]: direction, _id: direction },
    valueOf,
    after: (value, id) => ({
      $or: [{ [field]: { [beyond]: read(value) } }, { [field]: read(value), _id: { [beyond]: id } }],
    }),
  };
};

const asDate = (value: string | number) => new Date(value);
const asIs = (value: string | number) => value;

/** Unpublished models have no day of publication: « newest » is then the last touched. */
export function orderOf(sort: ModelSort, published: boolean): Order {
  if (sort === 'priceAsc') return orderBy('priceFrom.amount', 1, (model) => model.priceFrom.amount, asIs);
  if (sort === 'priceDesc') return orderBy('priceFrom.amount', -1, (model) => model.priceFrom.amount, asIs);
  if (sort === 'name') return orderBy('sortName', 1, (model) => model.sortName, asIs);
  return published
    ? orderBy('publishedAt', -1, (model) => (model.publishedAt ?? model.updatedAt).getTime(), asDate)
    : orderBy('updatedAt', -1, (model) => model.updatedAt.getTime(), asDate);
}

/**
 * The models after a cursor.
 * @throws AppError invalid_request for a cursor that we did not make.
 */
export function afterCursor(order: Order, cursor: string | undefined): ModelFilter {
  if (cursor === undefined) return {};
  const [value, id] = decodeCursor(cursor) ?? [];
  if (value === undefined || value === null || typeof id !== 'string' || !/^[0-9a-f]{24}$/.test(id))
    throw new AppError('invalid_request');
  return order.after(value, new ObjectId(id));
}

/** One model by slug; staff may also name it by id. Scope is in the filter. */
export const findVisible = (db: Database, actor: Actor | null, key: string): Promise<ModelDocument | null> => {
  const byId = actor && isStaff(actor) && /^[0-9a-f]{24}$/.test(key) ? [{ _id: new ObjectId(key) }] : [];
  return models(db).findOne({ $and: [visibleTo(actor), { $or: [{ slug: key }, ...byId] }] });
};
