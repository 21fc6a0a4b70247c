import type { Page } from '../pages';
import { api } from './api';

/** What a list is narrowed by; what is empty is left out. */
export const searchOf = (filters: object): URLSearchParams => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) if (typeof value === 'string' && value) query.set(key, value);
  return query;
};

/** Every item of a list, page after page; a house keeps some hundreds of each thing, not thousands. */
export async function readAll<T>(root: string, filters: object, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  const query = searchOf({ ...filters, limit: '100' });
  for (;;) {
    const page = await api<Page<T>>(`${root}?${query.toString()}`, { signal });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    query.set('cursor', page.nextCursor);
  }
}
