import { ObjectId } from 'mongodb';
import { type AppointmentDocument, appointments } from '../../../lib/appointments/documents';
import { accounts } from '../../../lib/auth/documents';
import { DAY_MS } from '../../../lib/calendar';
import { clients, measurementSets } from '../../../lib/clients/documents';
import { clientSearchFields } from '../../../lib/clients/search-fields';
import type { Database } from '../../../lib/db/client';
import { searchFieldsOf } from '../../../lib/db/search';
import { foldText } from '../../../lib/text';
import { GOING } from '../../../lib/house/stages';
import { favourites, models } from '../../../lib/models/documents';
import { modelSearchFields } from '../../../lib/models/search-fields';
import { notifications } from '../../../lib/notifications/documents';
import { counters, orderEvents, orders } from '../../../lib/orders/documents';
import { orderYear } from '../../../lib/orders/next-number';
import { orderSearchFields } from '../../../lib/orders/search-fields';
import { tasks } from '../../../lib/tasks/documents';
import { GAP } from '../../../lib/tasks/rules';
import { insertAll } from '../../support/insert-all';
import { nameOf, pick } from './names';
import { growConversations } from './old-conversations';

/** How much a house holds beside the demo. */
export interface Size {
  clients: number;
  models: number;
  orders: number;
  tasks: number;
  /** Of the one long conversation. */
  messages: number;
  /** Ordinary ones, of some twenty messages. */
  conversations: number;
  going: number;
  openTasks: number;
}

const YEARS_MS = 10 * 365 * DAY_MS;
/** The same document some time earlier: every date in it moves. */
function earlier<T>(value: T, by: number): T {
  if (value instanceof Date) return new Date(value.getTime() - by) as T;
  if (value instanceof ObjectId || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => earlier(one, by)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, earlier<unknown>(one, by)])) as T;
}

async function growClients(db: Database, count: number): Promise<ObjectId[]> {
  const likes = await clients(db)
    .find({ accountId: { $exists: true } })
    .toArray();
  const sets = await measurementSets(db).find().toArray();
  const ids = Array.from({ length: count }, () => new ObjectId());
  const about = (at: number) => {
    const name = nameOf(at);
    const email = `${foldText(name).replace(/[^a-z]+/g, '.')}.${at}@exemple.fr`;
    return {
      name,
      email,
      phone: `0${6 + (at % 2)} ${String(10_000_000 + at * 7_919)
        .slice(-8)
        .replace(/(..)(?=.)/g, '$1 ')}`,
    };
  };
  await insertAll(clients(db), count, (at) => {
    const { accountId: _account, email: _email, ...like } = pick(likes, at);
    return {
      ...earlier(like, (YEARS_MS / count) * at),
      _id: ids[at] as ObjectId,
      ...about(at),
      ...clientSearchFields(about(at)),
      archived: at % 20 === 19,
      version: 1,
    };
  });
  await insertAll(measurementSets(db), count, (at) => ({
    ...earlier(pick(sets, at), (YEARS_MS / count) * at),
    _id: new ObjectId(),
    clientId: ids[at] as ObjectId,
  }));
  return ids;
}

async function growModels(db: Database, count: number): Promise<ObjectId[]> {
  const likes = await models(db).find({ status: 'published' }).toArray();
  const ids = Array.from({ length: count }, () => new ObjectId());
  await insertAll(models(db), count, (at) => {
    const like = earlier(pick(likes, at), (YEARS_MS / count) * (at + 1));
    const title = { fr: `${like.title.fr} ${at + 1}`, en: `${like.title.en} ${at + 1}` };
    const model = {
      ...like,
      _id: ids[at] as ObjectId,
      slug: `${like.slug}-${at + 1}`,
      title,
      ...(like.name ? { name: `${like.name} ${at + 1}` } : {}),
      status: at % 10 === 9 ? ('archived' as const) : ('published' as const),
    };
    return { ...model, ...modelSearchFields(model) };
  });
  return ids;
}

/** Orders of ten years with their timelines: nearly all handed over, the newest at work as the demo's are. */
async function growOrders(
  db: Database,
  size: Size,
  people: readonly ObjectId[],
  catalogue: readonly ObjectId[],
  awa: ObjectId,
): Promise<ObjectId[]> {
  const all = await orders(db).find().toArray();
  const events = await orderEvents(db).find().toArray();
  const going = all.filter(({ stage }) => (GOING as readonly string[]).includes(stage));
  const over = all.filter(({ stage }) => !(GOING as readonly string[]).includes(stage));
  const ids = Array.from({ length: size.orders }, () => new ObjectId());
  const given = new Map<string, number>();
  const now = new Date();
  const made = (at: number) => {
    const atWork = at < size.going;
    const like = pick(atWork ? going : over, at);
    const by = atWork ? 0 : ((YEARS_MS - 200 * DAY_MS) / size.orders) * at;
    return { like, by, atWork };
  };
  await insertAll(orders(db), size.orders, (at) => {
    const { like, by, atWork } = made(at);
    const order = earlier(like, by);
    const year = orderYear(order.createdAt);
    const value = (given.get(year) ?? (year === orderYear(now) ? 200 : 0)) + 1;
    given.set(year, value);
    const number = `FF-${year}-${String(value).padStart(4, '0')}`;
    return {
      ...order,
      _id: ids[at] as ObjectId,
      number,
      // Somebody who has ordered for ten years, four pieces a year.
      clientId: !atWork && at % Math.ceil(size.orders / 40) === 0 ? awa : pick(people, at),
      modelId: pick(catalogue, at),
      ...orderSearchFields({ ...order, number }),
    };
  });
  const told = new Map<string, typeof events>();
  for (const event of events) {
    const key = event.orderId.toHexString();
    told.set(key, [...(told.get(key) ?? []), event]);
  }
  await insertAll(orderEvents(db), size.orders, (at) => {
    const { like, by } = made(at);
    return (told.get(like._id.toHexString()) ?? []).map((event) => ({
      ...earlier(event, by),
      _id: new ObjectId(),
      orderId: ids[at] as ObjectId,
    }));
  });
  for (const [year, value] of given)
    await counters(db).updateOne({ _id: `orders:${year}` }, { $max: { value } }, { upsert: true });
  return ids;
}

async function growTasks(
  db: Database,
  size: Size,
  pieces: readonly ObjectId[],
  people: readonly ObjectId[],
): Promise<void> {
  const likes = await tasks(db).find().toArray();
  const open = likes.filter(({ status }) => status !== 'done');
  const done = likes.filter(({ status }) => status === 'done');
  await insertAll(tasks(db), size.tasks, (at) => {
    const isOpen = at < size.openTasks;
    const like = pick(isOpen ? open : done, at);
    return {
      ...earlier(like, isOpen ? 0 : (YEARS_MS / size.tasks) * at),
      _id: new ObjectId(),
      ...searchFieldsOf([like.title]),
      orderId: pick(pieces, at),
      clientId: pick(people, at),
      position: (100 + at) * GAP,
    };
  });
}

async function growAppointments(db: Database, count: number, people: readonly ObjectId[]): Promise<void> {
  const likes = await appointments(db).find({ status: 'confirmed' }).toArray();
  await insertAll(appointments(db), count, (at) => {
    const { orderId: _order, ...like } = pick(likes, at);
    const moved: AppointmentDocument = earlier(like, 14 * DAY_MS + (YEARS_MS / count) * at);
    return { ...moved, _id: new ObjectId(), clientId: pick(people, at) };
  });
}

/** What rang over the years, read long ago. */
async function growBells(db: Database, count: number, accountIds: readonly ObjectId[]): Promise<void> {
  const likes = await notifications(db).find().toArray();
  await insertAll(notifications(db), count, (at) => {
    const { mailAt: _mail, pushAt: _push, ...like } = pick(likes, at);
    const bell = earlier(like, DAY_MS + (YEARS_MS / count) * at);
    return { ...bell, _id: new ObjectId(), accountId: pick(accountIds, at), read: true, readAt: bell.createdAt };
  });
}

/**
 * Gives the demo house ten years behind it: its own documents over and over, under other names and at earlier dates, so
 * that every index, search field, number and counter is as the house itself writes it.
 */
export async function growOld(db: Database, size: Size): Promise<void> {
  const claire = await accounts(db).findOne({ email: 'couturier@fashionflow.test' });
  const awa = await clients(db).findOne({ email: 'client@fashionflow.test' });
  if (!claire || !awa?.accountId) throw new Error('the demo house has changed');
  const people = await growClients(db, size.clients);
  const catalogue = await growModels(db, size.models);
  const pieces = await growOrders(db, size, people, catalogue, awa._id);
  await growTasks(db, size, pieces, people);
  await growAppointments(db, size.tasks, people);
  await growBells(db, size.tasks, [claire._id, awa.accountId]);
  await insertAll(favourites(db), size.clients, (at) => ({
    _id: new ObjectId(),
    clientId: people[at] as ObjectId,
    modelId: pick(catalogue, at),
    createdAt: new Date(Date.now() - (YEARS_MS / size.clients) * at),
  }));
  await growConversations(db, size, { claire: claire._id, awa: awa._id, people });
}
