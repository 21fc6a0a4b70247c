import type { Page } from '@playwright/test';
import type { OrderDto } from '@/lib/orders/answers';
import { PNG } from './files';
import { call, expect } from './house';

/** What the browser tests do through the API once a test of its own has done it by hand. */

const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const readOrder = (page: Page, id: string) => call<OrderDto>(page, 'get', `/orders/${id}`);

/** Someone asks Claire for a dress. */
export async function request(client: Page, body: Record<string, unknown> = {}): Promise<OrderDto> {
  const { items } = await call<{ items: { id: string; name: string }[] }>(client, 'get', '/couturiers?limit=100');
  return call(client, 'post', '/orders', {
    title: 'Robe de Fatou',
    garment: 'dress',
    description: 'Longue et simple.',
    options: { fabric: 'Crêpe', train: 'petite' },
    couturierId: items.find(({ name }) => name === 'Claire Morel')?.id,
    ...body,
  });
}

/** 1 000,00 €, of which 40 % as a deposit. */
export const sendQuote = (desk: Page, { id }: OrderDto, body: Record<string, unknown> = {}) =>
  call<OrderDto>(desk, 'post', `/orders/${id}/quotes`, {
    lines: [{ label: 'Façon', quantity: 1, unitPrice: eur(100_000), vatRate: 20 }],
    depositPercent: 40,
    ...body,
  });

/** Asked for, quoted, accepted. */
export async function confirmed(client: Page, desk: Page, body: Record<string, unknown> = {}): Promise<OrderDto> {
  const order = await request(client, body);
  await sendQuote(desk, order);
  return call(client, 'post', `/orders/${order.id}/quotes/1/accept`);
}

/** Tells the last move before its minute is over, as the atelier can. */
export const tellMove = (desk: Page, id: string) => call<OrderDto>(desk, 'post', `/orders/${id}/transitions/tell`);

/** Moves stage by stage, each at the version the last one left, and tells the last of them. */
export async function walk(desk: Page, id: string, ...stages: string[]): Promise<OrderDto> {
  let order = await readOrder(desk, id);
  for (const to of stages)
    order = await call(desk, 'post', `/orders/${id}/transitions`, { to, version: order.version });
  await tellMove(desk, id);
  return order;
}

/** A picture of one's own, sent as a form would. */
export async function sendPicture(page: Page): Promise<string> {
  const file = { name: 'croquis.png', mimeType: 'image/png', buffer: PNG };
  const { origin } = new URL((await page.request.get('/api/health/live')).url());
  const answer = await page.request.post('/api/files', {
    multipart: { purpose: 'order', file },
    headers: { Origin: origin },
  });
  expect(answer.ok()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

/** The bon à couper, drawn up and signed by both. */
export async function signed(client: Page, desk: Page, id: string): Promise<void> {
  await call(desk, 'post', `/orders/${id}/cutting-approval`, {});
  await call(desk, 'post', `/orders/${id}/cutting-approval/sign`, {});
  await call(client, 'post', `/orders/${id}/cutting-approval/sign`, {});
}

export const askChange = (client: Page, id: string, field: string, to: string) =>
  call<OrderDto>(client, 'post', `/orders/${id}/change-requests`, { changes: [{ field, to }] });

export const edit = async (page: Page, id: string, body: Record<string, unknown>) =>
  call<OrderDto>(page, 'patch', `/orders/${id}`, { version: (await readOrder(page, id)).version, ...body });
