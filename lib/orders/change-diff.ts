import { DAY_MS } from '../calendar';
import { dayKey } from '../i18n/format';
import type { Change, OrderDocument } from './documents';

/** What a field of the order says now, in the words of a diff. */
function current(order: OrderDocument, field: string): string | undefined {
  if (field === 'description') return order.description || undefined;
  if (field === 'desiredDate') return order.desiredDate && dayKey(order.desiredDate);
  const value = order.options[field.slice('options.'.length)];
  return value === undefined ? undefined : String(value);
}

/** The wished changes against the order as it is, what changes nothing left out. An empty wish takes an option away. */
export const diffAgainst = (order: OrderDocument, wished: readonly { field: string; to: string }[]): Change[] =>
  wished
    .map(({ field, to }) => ({ field, from: current(order, field), to }))
    .filter(({ from, to }) => (from ?? '') !== to);

/** The order with the changes made: a new version of what was agreed. */
export function applyChanges(
  order: OrderDocument,
  changes: readonly Change[],
  daysDelta: number,
): Pick<OrderDocument, 'description' | 'options' | 'revision'> &
  Partial<Pick<OrderDocument, 'desiredDate' | 'promisedDate'>> {
  const next = {
    description: order.description,
    options: { ...order.options },
    revision: order.revision + 1,
    ...(order.desiredDate ? { desiredDate: order.desiredDate } : {}),
    ...(order.promisedDate ? { promisedDate: new Date(order.promisedDate.getTime() + daysDelta * DAY_MS) } : {}),
  };
  for (const { field, to } of changes) {
    if (field === 'description') next.description = to;
    else if (field === 'desiredDate') next.desiredDate = new Date(to);
    else if (to === '') delete next.options[field.slice('options.'.length)];
    else next.options[field.slice('options.'.length)] = to;
  }
  return next;
}
