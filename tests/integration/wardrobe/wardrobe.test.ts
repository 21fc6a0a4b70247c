import { beforeAll, expect, it } from 'vitest';
import { POST as measure } from '@/app/api/clients/[id]/measurements/route';
import type { ClientActor } from '@/lib/actor';
import { measurementSets } from '@/lib/clients/documents';
import { daysLater } from '@/lib/calendar';
import { toId } from '@/lib/db/ids';
import { orders } from '@/lib/orders/documents';
import { getWardrobe } from '@/lib/wardrobe/get-wardrobe';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, walk } from '../orders/setup';

const db = setUpDatabase();
let awa: Person;
let camille: Person;
let claire: Person;

beforeAll(async () => {
  serveFrom(db());
  claire = await person(db(), 'couturier', 'Claire Morel');
  [awa, camille] = await Promise.all([person(db(), 'client', 'Awa Diallo'), person(db(), 'client', 'Camille Roussel')]);
});

const takes = async (who: Person, values: Record<string, number>) => {
  const id = who.actor.clientId?.toHexString() ?? '';
  const answer = await call(measure, { who: claire, params: { id }, body: { values } });
  expect(answer.status).toBe(201);
};

it('holds what was handed over with what has changed since, what is on its way, and nobody else’s', async () => {
  await takes(awa, { waistGirth: 68.5, hipGirth: 97.5, bustGirth: 91.5 });
  const order = await walk(claire, await confirmed(awa, claire, { title: 'Deauville' }), 'measuring', 'patterning');
  await orders(db()).updateOne(
    { _id: toId(order.id) },
    {
      $set: { stage: 'delivered', deliveredAt: new Date(), 'measurementSnapshot.takenAt': daysLater(new Date(), -200) },
    },
  );
  const before = await getWardrobe(db(), awa.actor as ClientActor);
  await measurementSets(db()).updateMany({}, { $set: { takenAt: daysLater(new Date(), -200) } });
  expect(before.pieces.map(({ title }) => title)).toEqual(['Deauville']);
  await takes(awa, { waistGirth: 70, hipGirth: 98.5, bustGirth: 91.5 });
  const coming = await confirmed(awa, claire, { title: 'Clair de lune' });
  await confirmed(camille, claire);

  const { pieces, coming: onTheWay } = await getWardrobe(db(), awa.actor as ClientActor);
  expect(pieces[0]?.body?.changes).toEqual([
    { code: 'waistGirth', before: 68.5, now: 70 },
    { code: 'hipGirth', before: 97.5, now: 98.5 },
    { code: 'bustGirth', before: 91.5, now: 91.5 },
  ]);
  expect(pieces[0]?.priceFrom, 'it has no model whose price the house says').toBeUndefined();
  expect(onTheWay.map(({ id, stage }) => [id, stage])).toEqual([[coming.id, 'confirmed']]);
  expect(await getWardrobe(db(), camille.actor as ClientActor)).toMatchObject({ pieces: [], coming: [{}] });
});
