import * as collection from '@/app/api/orders/route';
import * as accept from '@/app/api/orders/[id]/quotes/[n]/accept/route';
import * as quotes from '@/app/api/orders/[id]/quotes/route';
import * as one from '@/app/api/orders/[id]/route';
import * as approval from '@/app/api/orders/[id]/cutting-approval/route';
import * as sign from '@/app/api/orders/[id]/cutting-approval/sign/route';
import * as transitions from '@/app/api/orders/[id]/transitions/route';
import * as events from '@/app/api/orders/[id]/events/route';
import { announceOrder } from '@/lib/announcers';
import { appDatabase } from '@/lib/db/client';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { tellMoves } from '@/lib/orders/tell-moves';
import { UNTOLD_MS } from '@/lib/orders/untold';
import type { Page } from '@/lib/pages';
import { call, type Person } from '../../support/call-route';

export type OrderAnswer = OrderDto & { code?: string; current?: OrderDto; errors?: { path: string }[] };

export const eur = (amount: number) => ({ amount, currency: 'EUR' });
export const QUOTE = {
  lines: [
    { label: 'Façon, robe longue en biais', quantity: 1, unitPrice: eur(136_500), vatRate: 20 },
    { label: 'Satin de soie', quantity: 4.2, unit: 'metre', unitPrice: eur(14_500), vatRate: 20 },
  ],
  validUntil: '2099-01-01',
  depositPercent: 40,
};

export const create = (who: Person | undefined, body: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  call<OrderAnswer>(collection.POST, {
    who,
    headers,
    body: { title: 'Robe du soir', garment: 'dress', description: '', options: {}, ...body },
  });
export const read = (who: Person | undefined, id: string) => call<OrderAnswer>(one.GET, { who, params: { id } });
export const edit = (who: Person | undefined, id: string, body: Record<string, unknown>) =>
  call<OrderAnswer>(one.PATCH, { who, method: 'PATCH', params: { id }, body });
/** The minute in which a move can be undone is over, as the round of the house sees it. */
export const minuteOver = () => tellMoves(appDatabase(), announceOrder, new Date(Date.now() + UNTOLD_MS));
/** A move of this moment, that nobody was told of yet. */
export const moveNow = (who: Person | undefined, id: string, body: Record<string, unknown>) =>
  call<OrderAnswer>(transitions.POST, { who, params: { id }, body });
/** A move whose minute is over: everybody was told. */
export const move: typeof moveNow = async (who, id, body) => {
  const answer = await moveNow(who, id, body);
  await minuteOver();
  return answer;
};
export const timeline = (who: Person, id: string, query: Record<string, string> = {}) =>
  call<Page<OrderEventDto>>(events.GET, { who, params: { id }, query });
export const quote = (who: Person | undefined, id: string, body: Record<string, unknown> = QUOTE) =>
  call<OrderAnswer>(quotes.POST, { who, params: { id }, body });
export const acceptQuote = (who: Person | undefined, id: string, n = 1, body?: Record<string, unknown>) =>
  call<OrderAnswer>(accept.POST, { who, method: 'POST', params: { id, n: String(n) }, body });
export const drawUp = (who: Person | undefined, id: string, body: Record<string, unknown> = {}) =>
  call<OrderAnswer>(approval.POST, { who, params: { id }, body });
export const signSheet = (who: Person | undefined, id: string, body?: Record<string, unknown>) =>
  call<OrderAnswer>(sign.POST, { who, method: 'POST', params: { id }, body });

/** An order that its client has accepted. */
export async function confirmed(
  client: Person,
  couturier: Person,
  body: Record<string, unknown> = {},
): Promise<OrderDto> {
  const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString(), ...body })).body;
  await quote(couturier, id);
  return (await acceptQuote(client, id)).body;
}

/** Moves stage by stage, each at the version the last one left. */
export async function walk(couturier: Person, order: OrderDto, ...stages: string[]): Promise<OrderDto> {
  let current = order;
  for (const to of stages) {
    const answer = await move(couturier, current.id, { to, version: current.version });
    if (answer.status !== 200) throw new Error(`${to}: ${answer.body.code}`);
    current = answer.body;
  }
  return current;
}
