import type { OrderFilters } from '@/lib/http/orders';

/** The saved ways to look at the orders of the house. */
export const VIEWS = ['active', 'mine', 'late', 'all'] as const;
export type View = (typeof VIEWS)[number];
/** What the list may be narrowed to: pieces, retouches, or what somebody says is wrong. */
export const WHATS = ['piece', 'retouche', 'defect'] as const;
export type Shape = 'board' | 'table';

export interface Looking {
  view: View;
  shape: Shape;
  what: string;
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
    what: get('what') ?? '',
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
  const { view, what, stage, couturierId, due, paidFrom, paidTo, q } = looking;
  // A defect is of what was handed over.
  const withOver = view === 'all' || what === 'defect';
  return {
    stage: stage || (withOver ? undefined : 'active'),
    couturierId: couturierId || (view === 'mine' ? viewerId : undefined),
    due: due || (view === 'late' ? 'late' : undefined),
    kind: what === 'piece' || what === 'retouche' ? what : undefined,
    defect: what === 'defect' ? 'open' : undefined,
    paidFrom: paidFrom || undefined,
    paidTo: paidTo || undefined,
    q: q || undefined,
  };
}
