import type { OrderFilters } from '@/lib/http/orders';

/** The saved ways to look at the orders of the house. */
export const VIEWS = ['active', 'mine', 'late', 'all'] as const;
export type View = (typeof VIEWS)[number];
export type Shape = 'board' | 'table';

export interface Looking {
  view: View;
  shape: Shape;
  stage: string;
  couturierId: string;
  due: string;
  /** Days something was paid on; the figures link here with them. */
  paidFrom: string;
  paidTo: string;
  q: string;
}

const one = <T extends string>(value: string | null | undefined, of: readonly T[], fallback: T): T =>
  of.find((item) => item === value) ?? fallback;

/** A day somebody may have mistyped in the address is none. */
const day = (value: string | null | undefined): string =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : '';

/** Reads the address; whatever it does not say is the house’s first view. */
export function readLooking(get: (name: string) => string | null | undefined): Looking {
  return {
    view: one(get('view'), VIEWS, 'active'),
    shape: one(get('shape'), ['board', 'table'] as const, 'board'),
    stage: get('stage') ?? '',
    couturierId: get('couturierId') ?? '',
    due: get('due') ?? '',
    paidFrom: day(get('paidFrom')),
    paidTo: day(get('paidTo')),
    q: get('q') ?? '',
  };
}

/** What the list is asked for; `viewerId` is who « les miennes » are. */
export function filtersOf(looking: Looking, viewerId: string): OrderFilters {
  const { view, stage, couturierId, due, paidFrom, paidTo, q } = looking;
  return {
    stage: stage || (view === 'all' ? undefined : 'active'),
    couturierId: couturierId || (view === 'mine' ? viewerId : undefined),
    due: due || (view === 'late' ? 'late' : undefined),
    paidFrom: paidFrom || undefined,
    paidTo: paidTo || undefined,
    q: q || undefined,
  };
}
