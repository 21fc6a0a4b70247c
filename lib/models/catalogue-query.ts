import { type ModelFilters, modelFilters } from './schemas';

/** The catalogue as its address tells it. */
export interface CatalogueState {
  filters: Pick<ModelFilters, 'q' | 'category' | 'fabric' | 'colour' | 'maxPrice' | 'couturierId' | 'sort'>;
  /** From 1. */
  page: number;
}

export type SearchParams = Record<string, string | string[] | undefined>;
export type Facet = 'category' | 'fabric' | 'colour' | 'couturierId';
export const FACETS: readonly Facet[] = ['category', 'fabric', 'colour', 'couturierId'];

/** Ceilings one may choose, in minor units. */
export const PRICE_STEPS = [60_000, 100_000, 150_000, 200_000, 250_000, 450_000] as const;

/** A form repeats a field, a link separates by commas: both are read. */
const joined = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value.filter(Boolean).join(',') : value) || undefined;

/** Reads an address; what it says wrongly is left out, since people shorten and edit addresses. */
export function readCatalogueState(params: SearchParams): CatalogueState {
  const shape = modelFilters.shape;
  const read = <K extends keyof CatalogueState['filters']>(key: K): CatalogueState['filters'][K] | undefined => {
    const result = shape[key].safeParse(joined(params[key]));
    return result.success ? (result.data as CatalogueState['filters'][K]) : undefined;
  };
  const page = Number(joined(params['page']));
  return {
    filters: {
      q: read('q') || undefined,
      category: read('category'),
      fabric: read('fabric'),
      colour: read('colour'),
      maxPrice: read('maxPrice'),
      couturierId: read('couturierId'),
      sort: read('sort') ?? 'newest',
    },
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  };
}

/** The address of a state, without what is as usual; the first page unless another is named. */
export function catalogueQuery(filters: CatalogueState['filters'], page = 1): Record<string, string> {
  const query: Record<string, string> = {};
  if (filters.q) query['q'] = filters.q;
  for (const facet of FACETS) if (filters[facet]?.length) query[facet] = filters[facet].join(',');
  if (filters.maxPrice !== undefined) query['maxPrice'] = String(filters.maxPrice);
  if (filters.sort !== 'newest') query['sort'] = filters.sort;
  if (page > 1) query['page'] = String(page);
  return query;
}

/** The same filters without one value of one facet. */
export const withoutValue = (
  filters: CatalogueState['filters'],
  facet: Facet,
  value: string,
): CatalogueState['filters'] => ({ ...filters, [facet]: filters[facet]?.filter((one) => one !== value) });

/** How many filters are set, for « Filtrer, 3 ». */
export const filterCount = (filters: CatalogueState['filters']): number =>
  FACETS.reduce((sum, facet) => sum + (filters[facet]?.length ?? 0), 0) +
  (filters.maxPrice === undefined ? 0 : 1) +
  (filters.q ? 1 : 0);
