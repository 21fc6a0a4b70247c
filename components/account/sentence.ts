import { askOf } from '@/lib/orders/asks';
import { isOver } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';

/** What the home page says under « Bonjour »: the most pressing truth first. */
export type HomeSentence =
  { kind: 'asked'; count: number } | { kind: 'ready' } | { kind: 'working'; count: number } | { kind: 'quiet' };

export function homeSentence(orders: readonly OrderDto[]): HomeSentence {
  const asked = orders.filter((order) => askOf(order, 'client')).length;
  if (asked > 0) return { kind: 'asked', count: asked };
  const going = orders.filter(({ stage }) => !isOver(stage));
  if (going.some(({ stage }) => stage === 'ready')) return { kind: 'ready' };
  return going.length > 0 ? { kind: 'working', count: going.length } : { kind: 'quiet' };
}

/** The nearest feast ahead among the orders at work. */
export function nextFeast(orders: readonly OrderDto[], now: Date): string | undefined {
  return orders
    .filter(({ stage, eventDate }) => !isOver(stage) && eventDate !== undefined && new Date(eventDate) >= now)
    .map(({ eventDate }) => eventDate)
    .sort()[0];
}
