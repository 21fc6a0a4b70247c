import { beforeAll, expect, it } from 'vitest';
import * as usual from '@/app/api/orders/usual-prices/route';
import type { UsualPricesDto } from '@/lib/orders/answers';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { create, eur, quote, QUOTE } from './setup';

const db = setUpDatabase();
let client: Person;
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
  couturier = await person(db(), 'couturier');
});

const usualPrices = async (who: Person | undefined) => call<UsualPricesDto>(usual.GET, { who });
const quoted = async (...prices: [unit: string, amount: number][]) => {
  const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
  const lines = prices.map(([unit, amount]) => ({ ...QUOTE.lines[0], unit, unitPrice: eur(amount) }));
  expect((await quote(couturier, id, { ...QUOTE, lines })).status).toBe(201);
};

it('are told by the last quotes, once enough of them tell', async () => {
  await quoted(['metre', 14_500], ['metre', 9_000], ['piece', 130_000]);
  expect((await usualPrices(couturier)).body).toEqual({});
  await quoted(['metre', 6_000], ['metre', 16_000]);
  expect((await usualPrices(couturier)).body).toEqual({ metre: eur(14_500) });
  // One that has a zero too much moves nothing, and what is taken off is no price.
  await quoted(['metre', 145_000], ['metre', 12_000], ['piece', -5_000], ['piece', 90_000], ['piece', 150_000]);
  expect((await usualPrices(couturier)).body).toEqual({ metre: eur(16_000), piece: eur(150_000) });
});

it('are the house’s own', async () => {
  expect((await usualPrices(undefined)).status).toBe(401);
  expect((await usualPrices(client)).status).toBe(403);
});
