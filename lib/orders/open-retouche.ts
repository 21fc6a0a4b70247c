import { type ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { DAY_MS } from '../calendar';
import type { ClientDocument } from '../clients/documents';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { newId, toId } from '../db/ids';
import type { SearchFields } from '../db/search';
import { AppError, notFound } from '../errors';
import { attachFiles } from '../files/attach-files';
import { conditionsInForce } from '../house/conditions';
import type { HouseDocument } from '../house/documents';
import { getHouse } from '../house/get-house';
import { unknownCodes, usualRetouche } from '../house/rules';
import { dayKey } from '../i18n/format';
import { readGroup } from '../notifications/read-notifications';
import type { Announce } from './announce';
import type { OrderDto } from './answers';
import { chooseCouturier } from './choose-couturier';
import { type OrderDocument, orders, type Quote } from './documents';
import { toOrder } from './dto';
import { withNextNumber } from './next-number';
import { noteAgreement, notedData } from './note-agreement';
import { type JudgeDay, promiseDay } from './promise-day';
import { findOrder, scopeOf } from './repository';
import { mayAct } from './rules';
import type { OpenRetoucheInput } from './schemas';
import { orderSearchFields } from './search-fields';
import { linesOf, requireCurrency } from './send-quote';
import { eventGroup } from './speak';
import { surroundingsOf } from './surroundings';
import { type NewEvent, tell, writeEvents } from './tell';
import { quoteTotals } from './totals';

/** What is known of a retouche before it is written. */
interface Opening {
  actor: StaffActor;
  house: HouseDocument;
  retouche: OrderDocument;
  input: OpenRetoucheInput;
  client: ClientDocument;
  /** The version of the terms of sale that its price is under. */
  conditions?: number;
  now: Date;
  session: ClientSession;
}

/**
 * Its price: agreed on at the counter by somebody without an account, as the house notes it, else a quote to be accepted.
 * @throws AppError forbidden where the client can say so themselves; agreement_way_required, agreement_day.
 */
async function pricePart(
  db: Database,
  { actor, house, retouche, input, client, conditions, now, session }: Opening,
): Promise<{ quotes: Quote[]; events: NewEvent[] }> {
  const { lines, agreed } = input;
  if (!lines) return { quotes: [], events: [] };
  if (agreed && client.accountId) throw new AppError('forbidden');
  const by = { id: actor.id, name: actor.name };
  const amount = { amount: quoteTotals(lines).total, currency: house.currency };
  const quote: Quote = {
    n: 1,
    status: 'open',
    lines: linesOf(lines),
    depositPercent: 0,
    validUntil: new Date(now.getTime() + house.quoteDefaults.validDays * DAY_MS),
    ...(retouche.promisedDate ? { promisedDate: retouche.promisedDate } : {}),
    conditions,
    createdAt: now,
    createdBy: by,
  };
  if (!agreed) return { quotes: [quote], events: [{ type: 'quoteSent', data: { n: 1, amount }, asks: 'client' }] };
  const noting = { actor, order: retouche, by, now, session, clientName: client.name };
  const behalf = await noteAgreement(db, noting, agreed, now);
  return {
    quotes: [{ ...quote, status: 'accepted', answeredAt: now, answeredBy: by, ...behalf }],
    events: [
      {
        type: 'quoteAccepted',
        ...(behalf.noted?.words ? { note: behalf.noted.words } : {}),
        data: { n: 1, amount, ...notedData(behalf) },
      },
    ],
  };
}

/** The piece says that it is altered, and what was reported of it has its answer. */
async function answerPiece(db: Database, piece: OrderDocument, { actor, retouche, now, session }: Opening) {
  const answer = { retouche: retouche._id, at: now, by: { id: actor.id, name: actor.name } };
  const defects = piece.defects?.map((defect) => (defect.answer ? defect : { ...defect, answer }));
  await orders(db).updateOne(
    { _id: piece._id },
    { $set: { ...(defects ? { defects } : {}), updatedAt: now }, $unset: { defectOpen: '' } },
    { session },
  );
  const data = { orderId: retouche._id.toHexString(), number: retouche.number };
  await writeEvents(db, { actor, order: piece, events: [{ type: 'retoucheOpened', data }], now, session });
  await readGroup(db, actor.id, eventGroup(piece._id, 'defect'), session);
}

/**
 * Opens a retouche: a short order on a piece that was handed over, or on a garment somebody came in with. Without a price, and with one
 * that was agreed on at the counter, it is confirmed at once and its tasks are made; with one that waits for its client it is a
 * quote. What was reported of the piece is answered by it.
 * @throws AppError not_found (piece, client, couturier or file out of reach), client_required, action_not_allowed for a piece that
 *   was not handed over, unknown_code, validation_failed (a price below zero), currency_mismatch, promise_untenable; what
 *   `pricePart` throws.
 */
export async function openRetouche(
  db: Database,
  actor: StaffActor,
  input: OpenRetoucheInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<OrderDto> {
  const now = new Date();
  const house = await getHouse(db);
  const { lines, promisedDate: date } = input;
  const pieceId = input.retouchOf === undefined ? undefined : toId(input.retouchOf);
  const found = pieceId && (await findOrder(db, scopeOf(actor), pieceId));
  if (pieceId && !found) throw notFound();
  const clientId = found?.clientId ?? (input.clientId === undefined ? undefined : toId(input.clientId));
  if (!clientId) throw new AppError('client_required');
  if (input.clientId !== undefined && !clientId.equals(toId(input.clientId))) throw notFound();
  const garment = input.garment ?? found?.garment ?? '';
  if (input.garment && unknownCodes(house.vocabulary, 'garments', [garment]).length > 0)
    throw new AppError('unknown_code');
  const title = input.title ?? found?.title;
  if (title === undefined) throw new AppError('validation_failed');
  if (lines) {
    requireCurrency(
      house.currency,
      lines.map((line) => line.unitPrice),
    );
    if (quoteTotals(lines).total < 0) throw new AppError('validation_failed');
  }
  const couturierId = await chooseCouturier(db, actor, input.couturierId, undefined);
  const stage = lines && !input.agreed ? 'quoted' : 'confirmed';
  const conditions = lines && (await conditionsInForce(db, house))._id;
  const fileIds = input.fileIds.map((id) => new ObjectId(id));
  const draft: Omit<OrderDocument, 'number' | keyof SearchFields> = {
    _id: newId(),
    kind: 'retouche',
    // A retouche of a retouche is one more of its piece.
    ...(found ? { retouchOf: found.retouchOf ?? found._id } : {}),
    workMinutes: input.minutes ?? usualRetouche(house, garment),
    title,
    garment,
    description: input.description,
    options: {},
    stage,
    stageSince: now,
    clientId,
    couturierId,
    ...(found?.modelId ? { modelId: found.modelId } : {}),
    ...(date ? { promisedDate: date } : {}),
    revision: 1,
    quotes: [],
    payments: [],
    invoices: [],
    changeRequests: [],
    cuttingApprovals: [],
    referenceFileIds: fileIds,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const scheduled: NewEvent[] = date
    ? [
        { type: 'scheduled', to: dayKey(date) },
        ...(await promiseDay(db, judge, { order: draft, date, now, reason: input.anywayReason })),
      ]
    : [];
  const opened = await withNextNumber(db, now, async (number, session) => {
    const client = await findClientById(db, clientId, session);
    if (!client) throw notFound();
    const piece = pieceId && (await findOrder(db, scopeOf(actor), pieceId, session));
    const rules = {
      role: actor.role,
      lockStage: house.lockStage,
      clientHasAccount: client.accountId !== undefined,
      now,
    };
    if (pieceId && !(piece && mayAct(piece, 'openRetouche', rules))) throw new AppError('action_not_allowed');
    const retouche: OrderDocument = { ...draft, number, ...orderSearchFields({ number, title, garment }) };
    await attachFiles(db, actor, fileIds, { kind: 'order', id: retouche._id }, session);
    const opening: Opening = { actor, house, retouche, input, client, conditions, now, session };
    const price = await pricePart(db, opening);
    const order: OrderDocument = { ...retouche, quotes: price.quotes };
    await orders(db).insertOne(order, { session });
    if (piece) await answerPiece(db, piece, opening);
    const events: NewEvent[] = [
      { type: 'created', to: stage, note: input.note, data: { retouche: true } },
      ...price.events,
      ...scheduled,
    ];
    await tell(db, { actor, order, client, events, now, session, announce });
    if (stage === 'confirmed') await announce(db, { kind: 'confirmed', order }, session);
    return order;
  });
  return toOrder(opened, actor.role, await surroundingsOf(db, [opened]));
}
