'use client';

import { infiniteQueryOptions, keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { PAGE_SHOWN, type Page } from '../pages';
import { api } from './api';
import { searchOf } from './read-all';

/** A list that grows with the years, as far as it was asked for. */
interface Pages<T> {
  items: T[];
  /** Whether there are others, after those. */
  more: boolean;
  loading: boolean;
  showMore: () => void;
}

/**
 * A list page after page: the next one is read when it is wanted.
 * @param initial the first page, as the house rendered it
 */
export function usePages<T>(queryKey: QueryKey, root: string, filters: object, initial?: Page<T>): Pages<T> {
  const query = useInfiniteQuery(
    infiniteQueryOptions({
      queryKey,
      queryFn: ({ pageParam, signal }) =>
        api<Page<T>>(`${root}?${searchOf({ ...filters, limit: String(PAGE_SHOWN), cursor: pageParam }).toString()}`, {
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialData: initial ? { pages: [initial], pageParams: [undefined] } : undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: query.hasNextPage,
    loading: query.isFetchingNextPage,
    showMore: () => void query.fetchNextPage(),
  };
}
