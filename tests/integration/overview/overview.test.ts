import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as overview } from '@/app/api/dashboard/house/route';
import { PATCH as editTask } from '@/app/api/tasks/[id]/route';
import { accounts } from '@/lib/auth/documents';
import { addDays } from '@/lib/calendar';
import { conversations, messages } from '@/lib/chat/documents';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import type { StaffActor } from '@/lib/actor';
import { toId } from '@/lib/db/ids';
import { orders } from '@/lib/orders/documents';
import { getOverview } from '@/lib/overview/get-overview';
import type { OverviewDto } from '@/lib/overview/schemas';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, create, eur, quote } from '../orders/setup';

const db = setUpDatabase();
const MONDAY = '2026-11-30';
const NOW = new Date(`${MONDAY}T07:00:00Z`);
const noon = (days: number): Date => new Date(`${addDays(MONDAY, days)}T12:00:00Z`);
const idOf = ({ actor }: Person) => actor.id.toHexString();
let owner: Person;
let claire: Person;
let mathieu: Person;
let awa: Person;

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
  claire = await person(db(), 'couturier', 'Claire Morel');
  mathieu = await person(db(), 'couturier', 'Mathieu Carpentier');
  awa = await person(db(), 'client', 'Awa Diallo');
  const words = { fr: '', en: '' };
  const profile = { speciality: words, bio: words, available: true, weeklyHours: 35, workingDays: [1, 2, 3, 4, 5] };
  await accounts(db()).updateMany({ role: { $ne: 'client' } }, { $set: { profile } });
});
beforeEach(async () => {
  for (const collection of [orders, tasks, conversations, messages])
    await (collection(db()) as ReturnType<typeof orders>).deleteMany({});
});

const look = (now = NOW): Promise<OverviewDto> => getOverview(db(), owner.actor as StaffActor, now);

/** A dress of Claire's, promised in so many days, with tasks of so many hours on its board. */
async function promised(days: number, ...hours: number[]): Promise<string> {
  const order = await confirmed(awa, claire);
  const orderId = toId(order.id);
  await orders(db()).updateOne({ _id: orderId }, { $set: { promisedDate: noon(days) } });
  const board = await tasks(db()).find({ orderId }).sort({ position: 1 }).toArray();
  const [kept, rest] = [board.slice(0, hours.length), board.slice(hours.length)];
  await tasks(db()).deleteMany({ _id: { $in: rest.map(({ _id }) => _id) } });
  for (const [index, task] of kept.entries())
    await tasks(db()).updateOne({ _id: task._id }, { $set: { minutes: (hours[index] ?? 0) * 60 } });
  return order.id;
}

describe('the whole house', () => {
  it('is read by an owner alone', async () => {
    expect((await call(overview, { who: claire })).status).toBe(403);
    expect((await call(overview, { who: awa })).status).toBe(403);
    expect((await call(overview, {})).status).toBe(401);
    expect((await call(overview, { who: owner })).status).toBe(200);
  });
});

describe('promises in danger', () => {
  it('are those that are over, beyond the hands or without a reserve, the gravest first', async () => {
    const tight = await promised(7, 30);
    const late = await promised(-2, 3);
    const short = await promised(8, 20);
    await promised(40, 5);
    const { dangers, counts } = await look();
    expect(dangers.map(({ orderId, state }) => [orderId, state])).toEqual([
      [late, 'late'],
      [short, 'untenable'],
      [tight, 'tight'],
    ]);
    expect(counts).toMatchObject({ late: 1, untenable: 1, tight: 1 });
    expect(dangers[1]).toMatchObject({ handsName: 'Claire Morel', needed: 20 * 60, reason: { kind: 'beyondHands' } });
  });

  it('leave out what is ready: it waits for its client', async () => {
    const id = await promised(-3, 2);
    await orders(db()).updateOne({ _id: toId(id) }, { $set: { stage: 'ready' } });
    expect((await look()).dangers).toEqual([]);
  });

  it('offer the shortest task that saves the day in other hands, and it does', async () => {
    await promised(4, 6, 12, 16);
    const [danger] = (await look()).dangers;
    const help = danger?.help;
    if (help?.kind !== 'task') throw new Error('a task can be given');
    expect(help.couturierId).not.toBe(idOf(claire));
    expect(help.fromId).toBe(idOf(claire));
    const given = await call(editTask, {
      who: owner,
      method: 'PATCH',
      params: { id: help.taskId },
      body: { version: help.version, assigneeId: help.couturierId },
    });
    expect(given.status).toBe(200);
    const after = await look();
    expect(after.counts.untenable).toBe(0);
    expect(after.dangers.map(({ state }) => state)).toEqual(help.degree === 'holds' ? [] : ['tight']);
  });

  it('propose the first day that holds where no hands help', async () => {
    const id = await promised(2, 30);
    const others = { _id: { $in: [owner.actor.id, mathieu.actor.id] } };
    await accounts(db()).updateMany(others, { $set: { 'profile.available': false } });
    const [danger] = (await look()).dangers;
    await accounts(db()).updateMany(others, { $set: { 'profile.available': true } });
    expect(danger?.help?.kind).toBe('day');
    const day = danger?.help?.kind === 'day' ? danger.help.day : '';
    await orders(db()).updateOne({ _id: toId(id) }, { $set: { promisedDate: new Date(`${day}T12:00:00Z`) } });
    expect((await look()).dangers).toEqual([]);
  });
});

describe('who waits', () => {
  /** Words of Awa to somebody, said so many days ago. */
  async function asked(to: Person, content: string, days: number, type: 'text' = 'text'): Promise<string> {
    const { conversation } = await startConversation(db(), awa.actor, { couturierId: idOf(to) });
    const sent = { clientMessageId: crypto.randomUUID(), type, content };
    const { message } = await sendMessage(db(), awa.actor, conversation.id, sent);
    await messages(db()).updateOne({ _id: toId(message.id) }, { $set: { createdAt: noon(-days) } });
    await conversations(db()).updateOne({ _id: toId(conversation.id) }, { $set: { lastMessageAt: noon(-days) } });
    return conversation.id;
  }

  it('is shown by the first question since the last answer, and never by a line of the order', async () => {
    const id = await asked(owner, 'Le col peut-il fermer plus haut ?', 3);
    await asked(owner, 'Alors ?', 1);
    const { unanswered, counts } = await look();
    expect(unanswered).toEqual([
      expect.objectContaining({
        kind: 'message',
        id,
        own: true,
        words: 'Le col peut-il fermer plus haut ?',
        since: noon(-3).toISOString(),
      }),
    ]);
    expect(counts.unanswered).toBe(1);
    await sendMessage(db(), owner.actor, id, { clientMessageId: crypto.randomUUID(), type: 'text', content: 'Oui.' });
    expect((await look()).unanswered).toEqual([]);
  });

  it('keeps the words of others’ conversations to their two people until they have waited overnight', async () => {
    await asked(claire, 'Une traîne, est-ce encore possible ?', 0);
    const [today] = (await look()).unanswered;
    expect(today).toMatchObject({ own: false, couturierName: 'Claire Morel' });
    expect(today?.words).toBeUndefined();
    const [later] = (await look(noon(1))).unanswered;
    expect(later?.words).toBe('Une traîne, est-ce encore possible ?');
  });

  it('tells the longest wait of anybody first, with changes that were asked for', async () => {
    await asked(mathieu, 'Depuis hier', 1);
    await asked(claire, 'Depuis cinq jours', 5);
    expect((await look()).unanswered.map(({ words }) => words)).toEqual(['Depuis cinq jours', 'Depuis hier']);
  });
});

describe('what clients owe', () => {
  it('is what they have to sign and to pay, of pieces that were handed over too', async () => {
    const asked = (await create(awa, { couturierId: idOf(claire) })).body;
    await quote(claire, asked.id);
    const { id } = await confirmed(awa, claire);
    const over = await confirmed(awa, claire);
    await orders(db()).updateOne(
      { _id: toId(over.id) },
      { $set: { stage: 'delivered', deliveredAt: noon(-20), stageSince: noon(-20) } },
    );
    const { awaited, counts } = await look();
    expect(awaited.map(({ kind, id: of }) => [kind, of])).toEqual([
      ['deposit', id],
      ['quote', asked.id],
      ['balance', over.id],
    ]);
    const sums = awaited.filter(({ kind }) => kind !== 'quote').map(({ amount }) => amount?.amount ?? 0);
    expect(counts.toCollect).toEqual(eur(sums.reduce((a, b) => a + b, 0)));
    expect(counts).toMatchObject({ quotes: 1, approvals: 0 });
  });
});

describe('the hands', () => {
  it('have their hours of eight weeks, what is planned and what is too much', async () => {
    await promised(5, 45);
    const { hands } = await look();
    expect(hands.weeks.map(({ monday }) => monday)).toEqual(
      Array.from({ length: 8 }, (_, week) => addDays(MONDAY, 7 * week)),
    );
    const mine = hands.people.find(({ id }) => id === idOf(claire));
    expect(mine?.weeks[0]).toEqual({ capacity: 35 * 60, taken: 35 * 60, over: 10 * 60, away: false });
    expect(mine?.weeks[1]).toMatchObject({ taken: 10 * 60, over: 0 });
  });

  it('say who is away all of a week, and what falls into it', async () => {
    const absence = {
      id: toId('0123456789abcdef01234567'),
      from: addDays(MONDAY, 7),
      to: addDays(MONDAY, 11),
      kind: 'leave' as const,
      createdAt: NOW,
      updatedAt: NOW,
      version: 1,
    };
    await accounts(db()).updateOne({ _id: claire.actor.id }, { $set: { 'profile.absences': [absence] } });
    await promised(9, 1);
    const { hands, leaves } = await look();
    await accounts(db()).updateOne({ _id: claire.actor.id }, { $unset: { 'profile.absences': '' } });
    const mine = hands.people.find(({ id }) => id === idOf(claire));
    expect(mine?.weeks.slice(0, 3).map(({ away }) => away)).toEqual([false, true, false]);
    expect(leaves[0]).toEqual({
      kind: 'absence',
      from: absence.from,
      to: absence.to,
      name: 'Claire Morel',
      appointments: 0,
      orders: 1,
    });
  });
});
