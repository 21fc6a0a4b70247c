import { type ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { attachFiles } from '../files/attach-files';
import { getHouse } from '../house/get-house';
import { unknownCodes } from '../house/rules';
import { MOST_OPEN_ORDER_REQUESTS } from '../limits';
import type { Announce } from './announce';
import { chooseCouturier } from './choose-couturier';
import { type OrderDocument, orders } from './documents';
import { toOrder } from './dto';
import { saidFields } from './fields';
import { findOrderableModel } from './find-orderable-model';
import { withNextNumber } from './next-number';
import { type JudgeDay, promiseDay } from './promise-day';
import type { CreateOrderInput } from './schemas';
import type { OrderDto } from './answers';
import { orderSearchFields } from './search-fields';
import { surroundingsOf } from './surroundings';
import { inLanguage } from '../i18n/bilingual';
import { dayKey } from '../i18n/format';
import { type NewEvent, tell } from './tell';

/** A client orders for themselves, whatever else they send; a couturier names the client. */
function clientOf(actor: Actor, input: CreateOrderInput): ObjectId {
  if (!isStaff(actor)) {
    if (!actor.clientId || (input.clientId !== undefined && input.clientId !== actor.clientId.toHexString()))
      throw notFound();
    return actor.clientId;
  }
  if (input.clientId === undefined) throw new AppError('client_required');
  return toId(input.clientId);
}

/** What a client asks for and nobody has answered yet is bounded; the year's counter puts those who ask at once in a row. */
async function assertFewRequests(db: Database, clientId: ObjectId, session: ClientSession): Promise<void> {
  const open = await orders(db).countDocuments({ clientId, stage: 'requested' }, { session });
  if (open >= MOST_OPEN_ORDER_REQUESTS) throw new AppError('too_many_open');
}

/**
 * Receives an order: a number, the order, its first event and the news to its couturier, all or nothing.
 * @throws AppError not_found (client, model, couturier or file out of reach), client_required, couturier_unavailable,
 *   too_many_open for a client with as many requests that wait, unknown_code for a garment that the house does not make,
 *   forbidden for a client who would promise a day themselves, promise_untenable.
 */
export async function createOrder(
  db: Database,
  actor: Actor,
  input: CreateOrderInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<OrderDto> {
  const { promisedDate: date, anywayReason: reason } = input;
  if (!isStaff(actor) && (date ?? reason) !== undefined) throw new AppError('forbidden');
  const clientId = clientOf(actor, input);
  const [house, model] = await Promise.all([
    getHouse(db),
    input.modelId === undefined ? undefined : findOrderableModel(db, actor, toId(input.modelId)),
  ]);
  const title = input.title ?? inLanguage(model?.title, actor.locale);
  const garment = input.garment ?? model?.garment;
  if (title === undefined || garment === undefined) throw new AppError('validation_failed');
  if (unknownCodes(house.vocabulary, 'garments', [garment]).length > 0) throw new AppError('unknown_code');
  const couturierId = await chooseCouturier(db, actor, input.couturierId, model?.couturierId);
  const said = saidFields(input);
  const now = new Date();
  const _id = newId();
  // Before the counter is taken: nobody else's number waits for it.
  const promised: NewEvent[] = date
    ? [
        { type: 'scheduled', to: dayKey(date) },
        ...(await promiseDay(db, judge, {
          order: { _id, couturierId, garment, stage: 'requested', ...said },
          date,
          now,
          reason,
        })),
      ]
    : [];
  const created = await withNextNumber(db, now, async (number, session) => {
    const client = await findClientById(db, clientId, session);
    if (!client) throw notFound();
    if (!isStaff(actor)) await assertFewRequests(db, clientId, session);
    const fileIds = input.referenceFileIds.map((id) => new ObjectId(id));
    await attachFiles(db, actor, fileIds, { kind: 'order', id: _id }, session);
    const order: OrderDocument = {
      _id,
      number,
      title,
      garment,
      description: input.description,
      options: input.options,
      ...said,
      stage: 'requested',
      stageSince: now,
      clientId,
      couturierId,
      modelId: model?._id,
      ...(date ? { promisedDate: date } : {}),
      revision: 1,
      quotes: [],
      payments: [],
      invoices: [],
      changeRequests: [],
      cuttingApprovals: [],
      referenceFileIds: fileIds,
      ...orderSearchFields({ number, title, garment, ...said }),
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await orders(db).insertOne(order, { session });
    const events: NewEvent[] = [{ type: 'created', to: 'requested', asks: 'house' }, ...promised];
    await tell(db, { actor, order, client, events, now, session, announce });
    return order;
  });
  return toOrder(created, actor.role, await surroundingsOf(db, [created]));
}
