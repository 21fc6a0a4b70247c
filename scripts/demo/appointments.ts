import { type AppointmentDocument, appointments } from '../../lib/appointments/documents';
import { endOf, isWithinOpening, overlaps } from '../../lib/appointments/rules';
import type { AppointmentKind } from '../../lib/appointments/words';
import { newId } from '../../lib/db/ids';
import type { HouseDocument } from '../../lib/house/documents';
import { getHouse } from '../../lib/house/get-house';
import { intervalsOn } from '../../lib/house/rules';

import { dayKey } from '../../lib/i18n/format';
import type { DemoContext } from './context';
import { orderFinder } from './find-order';
import type { ClientKey, StaffKey } from './people';

/** Open day counted from today (0 is today, or the next open day), hour wished, minutes, who, kind, piece, state, note. */
const ROWS = `
-4|10:00|60|claire|fatou|fitting|mariee-dentelle|confirmed
-3|15:00|45|ines|ingrid|fitting|smoking-blanc|confirmed
-2|14:00|60|mathieu|ousmane|fitting|agbada-royal|confirmed
-1|11:00|60|claire|jeanne|measuring|robe-clair-de-lune|confirmed
0|09:30|60|claire|helene|measuring||confirmed
0|11:00|45|claire|lucie|fitting|combinaison-palazzo|confirmed
0|14:00|75|claire|jeanne|fitting|robe-clair-de-lune|confirmed
0|16:30|60|claire|camille|measuring||proposed|Je me marie en juin et j’aimerais en parler de vive voix.
0|10:30|45|ines|theo|fitting|pardessus-homme|confirmed
0|15:00|60|mathieu|marguerite|fitting|grand-boubou-brode|confirmed
1|15:30|45|claire|awa|fitting|robe-clair-de-lune|confirmed|Essayage de la toile. Apporter les chaussures du jour.
1|10:00|60|claire|lucie|other||confirmed
1|11:00|30|ines|jeanne|pickup|trench-grand-soir|confirmed
2|11:00|60|claire|helene|fitting|robe-cocktail-drapee|confirmed
2|14:30|45|claire|nora|other||proposed|Pour choisir la soie de la combinaison.
2|17:00|30|mathieu|camille|pickup|caftan-ceremonie|confirmed
3|10:00|30|claire|eleonore|pickup|robe-grecque|confirmed
3|14:00|90|claire|nora|fitting|mariee-sirene|confirmed
4|10:00|60|claire|fatou|fitting|mariee-dentelle|confirmed
4|11:30|60|ines|gabriel|fitting|tailleur-croise|confirmed
5|16:00|60|claire|awa|fitting|robe-clair-de-lune|proposed|Plutôt en fin de journée, après mon travail.
5|10:00|60|mathieu|theo|measuring|bazin-homme|confirmed
6|14:00|45|ines|rose|fitting|tailleur-tweed|confirmed
7|11:00|60|claire|eleonore|other||confirmed
8|15:00|60|ines|eleonore|fitting|manteau-kimono|confirmed
`;

/** The nth open day before or after today, as days from today. */
function openDay(ctx: DemoContext, house: HouseDocument, nth: number): number {
  const step = nth < 0 ? -1 : 1;
  let left = nth < 0 ? -nth : nth + 1;
  // A house closed for a whole year has no diary to show.
  for (let offset = nth < 0 ? -1 : 0; Math.abs(offset) < 366; offset += step) {
    if (intervalsOn(house, dayKey(ctx.day(offset, 12))).length > 0) left -= 1;
    if (left === 0) return offset;
  }
  throw new Error('The demo house is never open');
}

const clockOf = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** The wished hour, or the next quarter of that day (then any earlier one) inside opening hours when the person is free. */
function freeStart(
  ctx: DemoContext,
  house: HouseDocument,
  offset: number,
  wish: string,
  minutes: number,
  taken: readonly AppointmentDocument[],
): Date {
  const intervals = intervalsOn(house, dayKey(ctx.day(offset, 12)));
  const first = Number(wish.slice(0, 2)) * 4 + Number(wish.slice(3)) / 15;
  const quarters = Array.from({ length: 96 }, (_, index) => (first + index) % 96);
  for (const quarter of quarters) {
    const start = ctx.day(offset, Math.floor(quarter / 4), (quarter % 4) * 15);
    const fits = isWithinOpening(intervals, clockOf(quarter), minutes);
    if (fits && !taken.some((other) => overlaps(other, { start, minutes }))) return start;
  }
  throw new Error(`No free hour in the demo, ${wish} on day ${offset}`);
}

/** The diary of the house around today: inside opening hours, nobody booked twice. */
export async function loadAppointments(ctx: DemoContext): Promise<void> {
  const house = await getHouse(ctx.db);
  const orderOf = await orderFinder(ctx);
  const made: AppointmentDocument[] = [];
  for (const line of ROWS.trim().split('\n')) {
    const [nth, wish, length, staff, client, kind, model, state, note] = line.split('|');
    const couturierId = ctx.accounts[staff as StaffKey];
    const clientKey = client as ClientKey;
    const minutes = Number(length);
    const taken = made.filter((other) => other.couturierId.equals(couturierId));
    const start = freeStart(ctx, house, openDay(ctx, house, Number(nth)), wish ?? '', minutes, taken);
    const past = endOf({ start, minutes }) < ctx.now;
    const asked = ctx.day(Math.min(Number(nth), 0) - 3, 18, 10);
    made.push({
      _id: newId(),
      kind: kind as AppointmentKind,
      clientId: ctx.clients[clientKey],
      couturierId,
      orderId: model ? orderOf(clientKey, model) : undefined,
      start,
      minutes,
      note,
      status: past ? 'done' : state === 'proposed' ? 'proposed' : 'confirmed',
      proposedBy: state === 'proposed' ? 'client' : 'house',
      createdAt: asked,
      updatedAt: asked,
      version: 1,
    });
  }
  await appointments(ctx.db).insertMany(made);
}
