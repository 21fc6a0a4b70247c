import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { accounts } from '../auth/documents';
import { addDays, dayStart } from '../calendar';
import { measurementSets } from '../clients/documents';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, readPage } from '../db/keyset';
import { getHouse } from '../house/get-house';
import { isOver } from '../house/stages';
import { dayKey } from '../i18n/format';
import { type OrderDocument, orders } from '../orders/documents';
import type { Page } from '../pages';
import { type PartyDocument, parties } from './documents';
import { costsOf, toSum } from './dto';
import { measuresOf, MEASURES_GOOD_DAYS, sumsOf } from './rules';
import type { ListPartiesQuery, PartyLineDto } from './schemas';

const COMING = keyset<PartyDocument>(['day', 1, 'text']);
const PAST = keyset<PartyDocument>(['day', -1, 'text']);
/** So many parties are added up for one page, however many were asked for. */
const MOST = 24;

type Read = Pick<OrderDocument, '_id' | 'stage' | 'kind' | 'quotes' | 'payments' | 'measurementSnapshot'>;
const FIELDS = { stage: 1, kind: 1, quotes: 1, payments: 1, 'measurementSnapshot.takenAt': 1 };

const hex = (id: ObjectId): string => id.toHexString();

async function toLines(db: Database, rows: readonly PartyDocument[]): Promise<PartyLineDto[]> {
  if (rows.length === 0) return [];
  const today = dayKey(new Date());
  const members = rows.flatMap((party) => party.members.filter(({ withdrawn }) => !withdrawn));
  const since = new Date(dayStart(addDays(today, -MEASURES_GOOD_DAYS)));
  const [house, staff, found, measured] = await Promise.all([
    getHouse(db),
    accounts(db)
      .find({ _id: { $in: rows.map(({ couturierId }) => couturierId) } }, { projection: { name: 1 } })
      .toArray(),
    orders(db)
      .find<Read>({ _id: { $in: members.flatMap(({ orderId }) => orderId ?? []) } }, { projection: FIELDS })
      .toArray(),
    measurementSets(db).distinct('clientId', {
      clientId: { $in: members.map(({ clientId }) => clientId) },
      takenAt: { $gte: since },
      kind: 'body',
    }),
  ]);
  const names = new Map(staff.map(({ _id, name }) => [hex(_id), name]));
  const byId = new Map(found.map((order) => [hex(order._id), order]));
  const known = new Set(measured.map(hex));
  const orderOf = ({ orderId }: { orderId?: ObjectId }) => orderId && byId.get(hex(orderId));
  return rows.map((party) => {
    const here = party.members.filter(({ withdrawn }) => !withdrawn);
    const late = here.filter((member) => {
      const order = orderOf(member);
      const takenOn = known.has(hex(member.clientId)) ? today : undefined;
      const needless = order !== undefined && (order.kind === 'retouche' || isOver(order.stage));
      const frozen = order?.measurementSnapshot !== undefined;
      return measuresOf({ needless, frozen, takenOn, by: party.measuresBy, today }).state === 'late';
    });
    const sums = sumsOf(here.flatMap((member) => costsOf(member, orderOf(member), house.currency)));
    return {
      id: hex(party._id),
      name: party.name,
      kind: party.kind,
      day: party.day,
      couturierName: names.get(hex(party.couturierId)) ?? '',
      people: here.length,
      lateMeasures: late.length,
      due: sums.map((sum) => toSum(sum).due),
      createdAt: party.createdAt.toISOString(),
      updatedAt: party.updatedAt.toISOString(),
    };
  });
}

/**
 * Parties to come, the nearest event first, or those that are past, the last one first; those of one client or of one order whenever
 * they are.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listParties(
  db: Database,
  _actor: StaffActor,
  { when, clientId, orderId, limit, cursor }: ListPartiesQuery,
): Promise<Page<PartyLineDto>> {
  const today = dayKey(new Date());
  const page = { limit: Math.min(limit, MOST), cursor };
  const about =
    orderId === undefined
      ? clientId === undefined
        ? undefined
        : { 'members.clientId': toId(clientId) }
      : { 'members.orderId': toId(orderId) };
  const { rows, nextCursor } = about
    ? await readPage(parties(db), about, COMING, page)
    : when === 'coming'
      ? await readPage(parties(db), { day: { $gte: today } }, COMING, page)
      : await readPage(parties(db), { day: { $lt: today } }, PAST, page);
  return { items: await toLines(db, rows), nextCursor };
}
