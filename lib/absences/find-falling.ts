import type { ClientSession, ObjectId } from 'mongodb';
import { appointments } from '../appointments/documents';
import { toAppointments } from '../appointments/dto';
import type { Days } from '../auth/rules';
import { DAY_MS, dayStart } from '../calendar';
import { clientNamesOf } from '../clients/find-client';
import type { Database } from '../db/client';
import { OVER } from '../house/stages';
import { dayKey } from '../i18n/format';
import { orders } from '../orders/documents';
import type { Falling } from './schemas';

/** Days away of one person. */
interface Away extends Days {
  couturierId: ObjectId;
}

/** A moment that is surely before the day began, wherever the house is, and one surely after it ended. */
const before = (day: string) => new Date(dayStart(day) - DAY_MS);
const after = (day: string) => new Date(dayStart(day) + 2 * DAY_MS);

/**
 * What falls into each of these absences: the open appointments of the person that are still to come, and their open orders
 * promised for a day of it. It is told, and left where it is.
 */
export async function findFalling(
  db: Database,
  list: readonly Away[],
  now: Date,
  session?: ClientSession,
): Promise<Falling[]> {
  if (list.length === 0) return [];
  const couturierId = { $in: list.map((one) => one.couturierId) };
  const from = before(list.map((one) => one.from).sort()[0] ?? '');
  const to = after(
    list
      .map((one) => one.to)
      .sort()
      .at(-1) ?? '',
  );
  const met = await appointments(db)
    .find(
      {
        couturierId,
        status: { $in: ['proposed', 'confirmed'] },
        start: { $gte: new Date(Math.max(from.getTime(), now.getTime())), $lt: to },
      },
      { session },
    )
    .sort({ start: 1, _id: 1 })
    .toArray();
  const promised = await orders(db)
    .find(
      { couturierId, stage: { $nin: [...OVER] }, promisedDate: { $gte: from, $lt: to } },
      { session, projection: { number: 1, title: 1, clientId: 1, couturierId: 1, promisedDate: 1 } },
    )
    .sort({ promisedDate: 1, _id: 1 })
    .toArray();
  const names = await clientNamesOf(
    db,
    promised.map((order) => order.clientId),
  );
  const shown = await toAppointments(db, met);
  const falls = (away: Away, person: string, moment: Date | string): boolean => {
    const day = dayKey(moment);
    return person === away.couturierId.toHexString() && away.from <= day && day <= away.to;
  };
  return list.map((away) => ({
    appointments: shown
      .filter((one) => falls(away, one.couturierId, one.start))
      .map(({ id, kind, start, clientId, clientName }) => ({ id, kind, start, clientId, clientName })),
    orders: promised.flatMap(({ _id, number, title, clientId, couturierId: of, promisedDate }) =>
      promisedDate && falls(away, of.toHexString(), promisedDate)
        ? [
            {
              id: _id.toHexString(),
              number,
              title,
              clientName: names.get(clientId.toHexString()) ?? '',
              promisedDate: promisedDate.toISOString(),
            },
          ]
        : [],
    ),
  }));
}
