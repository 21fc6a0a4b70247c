import { beforeAll, describe, expect, it } from 'vitest';
import * as answerRoute from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import * as confirmRoute from '@/app/api/orders/[id]/change-requests/[n]/confirm/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import { toId } from '@/lib/db/ids';
import { dayKey } from '@/lib/i18n/format';
import { orders } from '@/lib/orders/documents';
import { type TaskDocument, tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, edit, move, type OrderAnswer, read, walk } from './setup';

const db = setUpDatabase();
let couturier: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

const workOf = (id: string): Promise<TaskDocument[]> =>
  tasks(db())
    .find({ orderId: toId(id) })
    .sort({ position: 1 })
    .toArray();
const open = async (id: string): Promise<(string | undefined)[]> =>
  (await workOf(id)).filter(({ status }) => status !== 'done').map(({ templateKey }) => templateKey);
const due = async (id: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await workOf(id)).flatMap(({ templateKey, dueDate }) => (dueDate ? [[templateKey ?? '', dayKey(dueDate)]] : [])),
  );
const skipTo = async (id: string, to: string) => {
  const { body } = await read(couturier, id);
  return move(couturier, id, { to, version: body.version, note: 'déjà fait' });
};

/** As far as a stage that needs a signed sheet to be reached. */
const putAt = (id: string, stage: 'fitting' | 'alterations' | 'ready') =>
  orders(db()).updateOne({ _id: toId(id) }, { $set: { stage } });

describe('a stage that is left', () => {
  it('closes its own work, also what waited for something, and leaves the rest', async () => {
    const order = await confirmed(client, couturier);
    await tasks(db()).updateOne(
      { orderId: toId(order.id), templateKey: 'measure' },
      { $set: { status: 'blocked', blockedReason: 'Elle est en voyage.' } },
    );
    const measuring = await walk(couturier, order, 'measuring');
    expect(await open(order.id)).toContain('measure');
    await walk(couturier, measuring, 'patterning');
    const [measure] = (await workOf(order.id)).filter(({ templateKey }) => templateKey === 'measure');
    expect(measure).toMatchObject({ status: 'done', doneAt: expect.any(Date) as Date });
    expect(measure).not.toHaveProperty('blockedReason');
    const rest = await open(order.id);
    expect(rest).not.toContain('measure');
    expect(rest).toEqual(expect.arrayContaining(['pattern', 'cloth', 'toile', 'cut', 'hems', 'check']));
  });

  it('that was skipped is behind as well', async () => {
    const order = await confirmed(client, couturier);
    expect((await skipTo(order.id, 'toile')).status).toBe(200);
    const rest = await open(order.id);
    for (const step of ['measure', 'pattern']) expect(rest).not.toContain(step);
    expect(rest).toContain('toile');
  });

  it('to go back to a fitting opens nothing and closes nothing', async () => {
    const order = await confirmed(client, couturier);
    await putAt(order.id, 'alterations');
    const before = await workOf(order.id);
    expect((await skipTo(order.id, 'fitting')).body.stage).toBe('fitting');
    // What stood open behind the fitting is closed by the first move that sees it.
    const after = await open(order.id);
    expect(after).toEqual(expect.arrayContaining(['fitting', 'hems', 'check']));
    expect(after.length).toBeLessThan(before.length);
  });

  it('moves nothing where the move is refused', async () => {
    const order = await confirmed(client, couturier);
    const refused = await move(couturier, order.id, { to: 'ready', version: order.version });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await open(order.id)).length).toBe((await workOf(order.id)).length);
  });
});

describe('an order that is over', () => {
  const byHand = async (id: string) => {
    const [one] = await workOf(id);
    if (!one) throw new Error('no work');
    const { templateKey: _, ...rest } = one;
    await tasks(db()).insertOne({ ...rest, _id: toId('0'.repeat(12) + id.slice(12)), title: 'Recoudre le bouton' });
  };

  it('has nothing left to do once it is handed over, whoever wrote it', async () => {
    const order = await confirmed(client, couturier);
    await byHand(order.id);
    await putAt(order.id, 'ready');
    const { body } = await read(couturier, order.id);
    const handed = await move(couturier, order.id, { to: 'delivered', confirm: true, version: body.version });
    expect(handed.body.stage).toBe('delivered');
    expect(await open(order.id)).toEqual([]);
    for (const { doneAt } of await workOf(order.id)) expect(doneAt).toBeInstanceOf(Date);
  });

  it('has nothing left to do when it is cancelled, and nobody counts as having done it', async () => {
    const order = await confirmed(client, couturier);
    const answer = await move(couturier, order.id, {
      to: 'cancelled',
      version: order.version,
      note: 'La fête est remise.',
    });
    expect(answer.body.stage).toBe('cancelled');
    expect(await open(order.id)).toEqual([]);
    for (const task of await workOf(order.id)) expect(task).not.toHaveProperty('doneAt');
  });
});

describe('another promised day', () => {
  const promised = async () => {
    const order = await confirmed(client, couturier);
    const first = await edit(couturier, order.id, { version: order.version, promisedDate: '2099-03-01' });
    await tasks(db()).updateMany({ orderId: toId(order.id) }, { $set: { dueDate: new Date('2099-02-04T12:00:00Z') } });
    await tasks(db()).updateOne(
      { orderId: toId(order.id), templateKey: 'measure' },
      { $set: { dueDate: new Date('2020-01-15T12:00:00Z') } },
    );
    await tasks(db()).updateOne({ orderId: toId(order.id), templateKey: 'pattern' }, { $set: { status: 'done' } });
    return first.body;
  };

  it.each([
    ['all', '2020-01-22', '2099-02-11'],
    ['fromToday', '2020-01-15', '2099-02-11'],
    ['none', '2020-01-15', '2099-02-04'],
    [undefined, '2020-01-15', '2099-02-04'],
  ])('takes %s of the open tasks along', async (moveTasks, late, ahead) => {
    const order = await promised();
    const answer = await edit(couturier, order.id, { version: order.version, promisedDate: '2099-03-08', moveTasks });
    expect(answer.status).toBe(200);
    expect(await due(order.id)).toMatchObject({ measure: late, pattern: '2099-02-04', cut: ahead, check: ahead });
  });

  it('is the atelier’s to say', async () => {
    const order = await promised();
    const answer = await edit(client, order.id, { version: order.version, moveTasks: 'all' });
    expect(answer.status).toBe(403);
  });

  it('that a change of the order brings takes them along when the client has agreed, who does not read it', async () => {
    const order = await promised();
    const post = (route: typeof changes.POST, who: Person, body: unknown, n?: number) =>
      call<OrderAnswer>(route, { who, method: 'POST', params: { id: order.id, ...(n ? { n: String(n) } : {}) }, body });
    const asked = await post(changes.POST, client, { changes: [{ field: 'description', to: 'Sans manches' }] });
    expect(asked.status).toBe(201);
    const answered = await post(answerRoute.POST, couturier, { decision: 'accept', daysDelta: 7, moveTasks: 'all' }, 1);
    expect(answered.body.changeRequests[0]?.answer).toMatchObject({ moveTasks: 'all' });
    expect((await read(client, order.id)).body.changeRequests[0]?.answer).not.toHaveProperty('moveTasks');
    expect(await due(order.id)).toMatchObject({ cut: '2099-02-04' });
    expect((await post(confirmRoute.POST, client, undefined, 1)).status).toBe(200);
    expect(await due(order.id)).toMatchObject({ measure: '2020-01-22', pattern: '2099-02-04', cut: '2099-02-11' });
  });
});
