import { ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { attachFiles, detachFiles } from '../files/attach-files';
import { dayKey } from '../i18n/format';
import { unknownCodes } from '../house/rules';
import type { Announce } from './announce';
import { changeOrder, type Deciding, type Decision } from './change-order';
import type { Change, OrderDocument } from './documents';
import { ORDER_FIELD_NAMES, saidFields } from './fields';
import { type JudgeDay, promiseDay, standingPromise } from './promise-day';
import { editRefusal } from './rules';
import { handOver } from './hand-over';
import { unnamedFiles } from './unnamed-files';
import type { EditOrderInput, OptionValue } from './schemas';
import { isOver, stageIndex } from '../house/stages';
import type { OrderDto } from './answers';
import { orderSearchFields } from './search-fields';
import type { NewEvent } from './tell';

const AGREED = ['title', 'garment', 'description', ...ORDER_FIELD_NAMES] as const;

const words = (value: OptionValue | Date | undefined): string | undefined =>
  value === undefined ? undefined : value instanceof Date ? dayKey(value) : String(value);

/** What the edit changes of what was ordered, field by field and wish by wish: the diff both people read. */
function diffOf(order: OrderDocument, input: EditOrderInput): Change[] {
  const changes: Change[] = [];
  const note = (field: string, from: OptionValue | Date | undefined, to: OptionValue | Date | undefined) => {
    if (words(from) !== words(to)) changes.push({ field, from: words(from), to: words(to) ?? '' });
  };
  for (const field of AGREED)
    if (input[field] !== undefined) note(field, order[field] || undefined, input[field] || undefined);
  if (input.options)
    for (const key of new Set([...Object.keys(order.options), ...Object.keys(input.options)]))
      note(`options.${key}`, order.options[key], input.options[key]);
  if (input.referenceFileIds) {
    const before = order.referenceFileIds.map((id) => id.toHexString());
    if (before.join() !== input.referenceFileIds.join())
      changes.push({ field: 'references', from: String(before.length), to: String(input.referenceFileIds.length) });
  }
  return changes;
}

async function moveFiles(db: Database, { actor, order, session }: Deciding, wanted: readonly string[]) {
  const ids = wanted.map((id) => new ObjectId(id));
  const target = { kind: 'order', id: order._id } as const;
  const without = (list: readonly ObjectId[], others: readonly ObjectId[]) =>
    list.filter((id) => !others.some((other) => other.equals(id)));
  await attachFiles(db, actor, without(ids, order.referenceFileIds), target, session);
  const gone = await unnamedFiles(db, order, without(order.referenceFileIds, ids), session);
  await detachFiles(db, gone, target, session);
  return ids;
}

/** The atelier's own fields: the promised date, and (an owner) who makes the piece. */
async function atelierPart(
  db: Database,
  deciding: Deciding,
  input: EditOrderInput,
  judge: JudgeDay,
): Promise<Decision> {
  const { order, now } = deciding;
  const part: Decision & { drop: NonNullable<Decision['drop']> } = {
    changes: {},
    events: [],
    drop: [],
    moveTasks: input.moveTasks,
  };
  if (input.promisedDate !== undefined && words(input.promisedDate ?? undefined) !== words(order.promisedDate)) {
    deciding.demand('schedule');
    if (input.promisedDate) part.changes.promisedDate = input.promisedDate;
    else part.drop = ['promisedDate'];
    part.events.push({
      type: 'scheduled',
      from: words(order.promisedDate),
      to: words(input.promisedDate ?? undefined),
    });
  }
  if (input.couturierId !== undefined && input.couturierId !== order.couturierId.toHexString()) {
    const { changes, events } = await handOver(db, deciding, input.couturierId);
    Object.assign(part.changes, changes);
    part.events.push(...events);
  }
  const { promisedDate: date, couturierId } = part.changes;
  const eventDate = input.eventDate === null ? undefined : (input.eventDate ?? order.eventDate);
  const meant = { ...order, ...part.changes, eventDate, garment: input.garment ?? order.garment };
  const given = couturierId !== undefined;
  const asked = { order: meant, given, now, reason: input.anywayReason };
  if (date) part.events.push(...(await promiseDay(db, judge, { ...asked, date })));
  else if (isStaff(deciding.actor) && part.drop.length === 0) {
    const otherwise = meant.garment !== order.garment || words(eventDate) !== words(order.eventDate);
    const before = given ? undefined : order;
    if (given || otherwise) part.events.push(...(await standingPromise(db, judge, { ...asked, before })));
  }
  return part;
}

/**
 * Edits an order as the stage table lets this person: a client until the acceptance (an edited quote is a request again), the
 * atelier until the lock stage; the promised date and the couturier are the atelier's own.
 * @throws AppError not_found, stale_version with `current`, order_not_editable, order_locked, forbidden, unknown_code,
 *   promise_untenable.
 */
export function editOrder(
  db: Database,
  actor: Actor,
  id: string,
  input: EditOrderInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<OrderDto> {
  return changeOrder(db, actor, id, { version: input.version, announce }, async (deciding) => {
    const { order, rules, house, now } = deciding;
    const { promisedDate, couturierId, moveTasks, anywayReason } = input;
    if (!isStaff(actor) && [promisedDate, couturierId, moveTasks, anywayReason].some((one) => one !== undefined))
      throw new AppError('forbidden');
    // An order that is over, or locked for this person, says so even when nothing would change.
    if (isOver(order.stage)) throw new AppError('order_not_editable');
    const diff = diffOf(order, input);
    // What may not be edited at all is not asked about.
    if (isStaff(actor) && diff.length > 0) refuse(editRefusal(order, rules));
    const atelier = await atelierPart(db, deciding, input, judge);
    if (diff.length === 0) {
      if (!isStaff(actor)) refuse(editRefusal(order, rules));
      return atelier;
    }
    refuse(editRefusal(order, rules));
    if (input.garment !== undefined && unknownCodes(house.vocabulary, 'garments', [input.garment]).length > 0)
      throw new AppError('unknown_code');
    const changes: Decision['changes'] = { ...atelier.changes };
    if (input.title !== undefined) changes.title = input.title;
    if (input.garment !== undefined) changes.garment = input.garment;
    if (input.description !== undefined) changes.description = input.description;
    if (input.options !== undefined) changes.options = input.options;
    Object.assign(changes, saidFields(input));
    const cleared = ORDER_FIELD_NAMES.filter((name) => input[name] === null || input[name] === '');
    if (input.referenceFileIds) changes.referenceFileIds = await moveFiles(db, deciding, input.referenceFileIds);
    const emptied = Object.fromEntries(cleared.map((name) => [name, undefined]));
    Object.assign(changes, orderSearchFields({ ...order, ...changes, ...emptied }));
    const events: NewEvent[] = [...atelier.events, { type: 'edited', data: { changes: diff }, asks: 'house' }];
    if (order.stage === 'quoted') {
      // The quote no longer says what is wanted: it closes, and the order is a request again.
      changes.stage = 'requested';
      changes.stageSince = now;
      changes.quotes = order.quotes.map((quote) =>
        quote.status === 'open' ? { ...quote, status: 'superseded' } : quote,
      );
      events.push({ type: 'stageMoved', from: 'quoted', to: 'requested' });
    }
    // After the acceptance an edit makes a new version of what was agreed; a signed sheet no longer fits it.
    if (stageIndex(order.stage) >= stageIndex('confirmed')) changes.revision = order.revision + 1;
    return { changes, drop: [...(atelier.drop ?? []), ...cleared], events, moveTasks: atelier.moveTasks };
  });
}

function refuse(code: ReturnType<typeof editRefusal>): void {
  if (code) throw new AppError(code);
}
