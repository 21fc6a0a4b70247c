import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '@/lib/actor';
import { accounts } from '@/lib/auth/documents';
import { addDays } from '@/lib/calendar';
import { getDashboard } from '@/lib/dashboard/get-dashboard';
import { toId } from '@/lib/db/ids';
import { orders } from '@/lib/orders/documents';
import { tasks } from '@/lib/tasks/documents';
import { type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed } from '../orders/setup';

const db = setUpDatabase();
const MONDAY = '2026-11-30';
const NOW = new Date(`${MONDAY}T07:00:00Z`);
const at = (days: number): Date => new Date(`${addDays(MONDAY, days)}T12:00:00Z`);
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client', 'Awa Diallo');
});

/** A couturier with a dress for each of these promises, and so many hours on its board, or no board. */
async function withPromises(...promises: { in: number; hours?: number }[]): Promise<Person> {
  const couturier = await person(db(), 'couturier');
  await accounts(db()).updateOne(
    { _id: couturier.actor.id },
    {
      $set: {
        profile: {
          speciality: { fr: '', en: '' },
          bio: { fr: '', en: '' },
          available: true,
          weeklyHours: 35,
          workingDays: [1, 2, 3, 4, 5],
        },
      },
    },
  );
  for (const one of promises) {
    const { id } = await confirmed(client, couturier);
    const orderId = toId(id);
    await orders(db()).updateOne({ _id: orderId }, { $set: { promisedDate: at(one.in) } });
    const [first] = await tasks(db()).find({ orderId }).sort({ position: 1 }).toArray();
    await tasks(db()).deleteMany({ orderId, ...(one.hours === undefined ? {} : { _id: { $ne: first?._id } }) });
    if (one.hours !== undefined) await tasks(db()).updateOne({ orderId }, { $set: { minutes: one.hours * 60 } });
  }
  return couturier;
}

const stand = async ({ actor }: Person) =>
  (await getDashboard(db(), actor as StaffActor, NOW)).promises.map(({ state, needed, free }) => [
    state,
    needed / 60,
    free / 60,
  ]);

describe('the promises of the day', () => {
  it('stand by the hours that are left until the evening before', async () => {
    expect(await stand(await withPromises({ in: 3, hours: 32.75 }))).toEqual([['untenable', 32.75, 21]]);
    expect(await stand(await withPromises({ in: 7, hours: 30 }))).toEqual([['tight', 30, 35]]);
    expect(await stand(await withPromises({ in: 21, hours: 30 }))).toEqual([['onTime', 30, 105]]);
    expect(await stand(await withPromises({ in: -1, hours: 2 }))).toEqual([['late', 2, 0]]);
  });

  it('count what the others ask for before it, and not what is due after', async () => {
    const both = await withPromises({ in: 14, hours: 20 }, { in: 21, hours: 20 });
    expect(await stand(both)).toEqual([
      ['onTime', 20, 70],
      ['onTime', 20, 85],
    ]);
    const full = await withPromises({ in: 7, hours: 30 }, { in: 8, hours: 30 });
    expect(await stand(full)).toEqual([
      ['tight', 30, 35],
      ['untenable', 30, 12],
    ]);
  });

  it('take the hours of the house where an order has no board', async () => {
    // A confirmed dress: everything from the confirmation on.
    expect(await stand(await withPromises({ in: 40 }))).toEqual([['onTime', 41, 210]]);
  });
});
