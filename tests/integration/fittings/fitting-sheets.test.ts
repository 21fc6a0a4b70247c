import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET, POST } from '@/app/api/appointments/[id]/fitting-sheet/route';
import * as client from '@/app/api/clients/[id]/route';
import { POST as book } from '@/app/api/appointments/route';
import { GET as events } from '@/app/api/orders/[id]/events/route';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { appointments } from '@/lib/appointments/documents';
import { DAY_MS } from '@/lib/calendar';
import { measurementSets } from '@/lib/clients/documents';
import { fittingSheets } from '@/lib/fittings/documents';
import type { FittingSheetDto } from '@/lib/fittings/schemas';
import { notifications } from '@/lib/notifications/documents';
import { orderEvents } from '@/lib/orders/documents';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, move, read as readOrder } from '../orders/setup';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

type Answer = FittingSheetDto & { code?: string; current?: FittingSheetDto; warnings?: { point: string }[] };
const TAKEN = new Date('2026-06-01T10:00:00Z');

interface Scene {
  client: Person;
  couturier: Person;
  order: OrderDto;
  id: string;
}
let hour = 0;

/** An order of a measured client, and a fitting agreed on. */
async function scene(): Promise<Scene> {
  const [client, couturier] = [
    await person(db(), 'client', 'Awa Diallo'),
    await person(db(), 'couturier', 'Claire Morel'),
  ];
  const order = await confirmed(client, couturier);
  await measurementSets(db()).insertOne({
    _id: new ObjectId(),
    clientId: new ObjectId(order.clientId),
    takenAt: TAKEN,
    takenBy: couturier.actor.id,
    kind: 'body',
    posture: 'dos cambré',
    values: { waistGirth: 70, hipGirth: 96, bustGirth: 90 },
    custom: [{ label: 'Fente', value: 40 }],
    warnings: [],
    createdAt: TAKEN,
    updatedAt: TAKEN,
  });
  hour += 1;
  const start = new Date(Date.now() + (10 + hour) * DAY_MS).toISOString();
  const { body, status } = await call<AppointmentDto>(book, {
    who: couturier,
    body: { kind: 'fitting', clientId: order.clientId, orderId: order.id, start, minutes: 60 },
  });
  expect(status).toBe(201);
  return { client, couturier, order, id: body.id };
}
const write = (who: Person | undefined, id: string, body: unknown = { note: 'Vu.' }) =>
  call<Answer>(POST, { who, params: { id }, body });
const read = (who: Person | undefined, id: string) => call<Answer>(GET, { who, params: { id } });
const timeline = async (who: Person, orderId: string) =>
  (await call<{ items: OrderEventDto[] }>(events, { who, params: { id: orderId } })).body.items.filter(
    ({ type }) => type === 'fitted',
  );
const setsOf = (order: OrderDto) =>
  measurementSets(db())
    .find({ clientId: new ObjectId(order.clientId) })
    .sort({ takenAt: 1 })
    .toArray();

describe('a fitting sheet', () => {
  it('is written at once with its tasks, the new measures and the timeline, and the appointment took place', async () => {
    const { client, couturier, order, id } = await scene();
    const photo = (await upload(couturier, 'order', await picture())).body;
    const { status, body } = await write(couturier, id, {
      note: 'La taille respire.',
      measure: true,
      remarks: [
        { point: 'waistGirth', delta: -1.5, note: 'Reprendre au dos', task: true, shared: true, fileIds: [photo.id] },
        { point: 'hipGirth', delta: 0.54, task: true },
        { label: 'Fente', delta: 2 },
        { label: 'Tombé de la manche', note: 'Marquée au fil', shared: true },
        { point: 'neckGirth', delta: 1 },
      ],
    });
    expect(status).toBe(201);
    expect(body.remarks.map(({ delta, before, after }) => [delta, before, after])).toEqual([
      [-1.5, 70, 68.5],
      [0.5, 96, 96.5],
      [2, 40, 42],
      [undefined, undefined, undefined],
      [1, undefined, undefined],
    ]);
    expect(body.remarks[0]?.files.map((file) => file.id)).toEqual([photo.id]);

    const [, measured, ...more] = await setsOf(order);
    expect(more).toEqual([]);
    expect(measured).toMatchObject({
      kind: 'body',
      posture: 'dos cambré',
      values: { waistGirth: 68.5, hipGirth: 96.5, bustGirth: 90 },
      custom: [{ label: 'Fente', value: 42 }],
    });
    expect(measured?.values.neckGirth).toBeUndefined();
    expect(measured?._id.toHexString()).toBe(body.measurementSetId);

    const made = await tasks(db())
      .find({ _id: { $in: body.remarks.flatMap(({ taskId }) => (taskId ? [new ObjectId(taskId)] : [])) } })
      .toArray();
    expect(made.map(({ title }) => title.replaceAll(/[\u00A0\u202F]/g, ' ')).sort()).toEqual([
      'Tour de bassin + 0,5 cm',
      'Tour de taille − 1,5 cm',
    ]);
    for (const task of made) {
      expect([task.orderId?.toHexString(), task.assigneeId, task.status]).toEqual([
        order.id,
        couturier.actor.id,
        'todo',
      ]);
    }
    expect((await appointments(db()).findOne({ _id: new ObjectId(id) }))?.status).toBe('done');

    const [mine] = await timeline(client, order.id);
    expect(await timeline(client, order.id)).toHaveLength(1);
    expect(mine?.note).toBe('La taille respire.');
    expect(mine?.data['adjustments']).toEqual([
      { point: 'waistGirth', delta: -1.5, note: 'Reprendre au dos' },
      { label: 'Tombé de la manche', note: 'Marquée au fil' },
    ]);
    expect(JSON.stringify(mine)).not.toContain('hipGirth');
    expect(await timeline(couturier, order.id)).toHaveLength(2);
    expect(await notifications(db()).countDocuments({ accountId: client.actor.id, 'title.fr': /essayage/ })).toBe(1);
  });

  it('is read whole by the atelier, and by its client only in the parts meant for them', async () => {
    const { client, couturier, id } = await scene();
    expect((await read(couturier, id)).status).toBe(404);
    await write(couturier, id, {
      remarks: [
        { point: 'waistGirth', delta: 1, shared: true, task: true },
        { label: 'Secret', note: 'Coussin à l’épaule' },
      ],
    });
    const own = (await read(client, id)).body;
    expect(own.remarks).toEqual([{ point: 'waistGirth', delta: 1, before: 70, after: 71, files: [] }]);
    expect((await read(couturier, id)).body.remarks).toHaveLength(2);
    expect((await read(await person(db(), 'owner'), id)).status).toBe(200);
    expect((await read(await person(db(), 'client'), id)).status).toBe(404);
    expect((await read(undefined, id)).status).toBe(401);
  });

  it('is the staff’s to write, once, for an hour that was agreed on and has an order', async () => {
    const { client, couturier, order, id } = await scene();
    expect((await write(undefined, id)).status).toBe(401);
    expect((await write(client, id)).status).toBe(403);
    expect((await write(await person(db(), 'couturier', undefined, { disabled: true }), id)).status).toBe(401);
    expect((await write(couturier, new ObjectId().toHexString())).status).toBe(404);
    const proposed = await call<AppointmentDto>(book, {
      who: couturier,
      body: { kind: 'fitting', clientId: order.clientId, start: new Date(Date.now() + 400 * DAY_MS).toISOString() },
    });
    expect((await write(couturier, proposed.body.id)).body.code).toBe('fitting_not_possible');

    const answers = await Promise.all([1, 2, 3].map((n) => write(couturier, id, { note: `Vu ${n}.` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect([refused?.body.code, refused?.body.current?.note]).toEqual([
      'fitting_sheet_exists',
      answers.find(({ status }) => status === 201)?.body.note,
    ]);
    expect(await fittingSheets(db()).countDocuments({ orderId: new ObjectId(order.id) })).toBe(1);
    expect(await timeline(client, order.id)).toHaveLength(1);
  });

  it('asks about a surprising measure of what changed, and leaves nothing behind until it is confirmed', async () => {
    const { couturier, order, id } = await scene();
    const body = { measure: true, remarks: [{ point: 'waistGirth', delta: -10, task: true }] };
    const asked = await write(couturier, id, body);
    expect([asked.status, asked.body.code]).toEqual([422, 'measurement_warnings']);
    expect(asked.body.warnings?.map(({ point }) => point)).toEqual(['waistGirth']);
    expect(await setsOf(order)).toHaveLength(1);
    expect(await tasks(db()).countDocuments({ orderId: new ObjectId(order.id), title: /taille/ })).toBe(0);
    expect((await write(couturier, id, { ...body, confirm: true })).status).toBe(201);
    expect(await setsOf(order)).toHaveLength(2);
  });

  it('leaves the body as it is unless one says that it has changed', async () => {
    const { couturier, order, id } = await scene();
    const { body } = await write(couturier, id, { remarks: [{ point: 'waistGirth', delta: -10 }] });
    expect(body.measurementSetId).toBeUndefined();
    expect(await setsOf(order)).toHaveLength(1);
  });

  it('refuses what says nothing, twice the same point, and a stranger’s picture', async () => {
    const { client, couturier, id } = await scene();
    for (const body of [
      {},
      { remarks: [] },
      { remarks: [{ point: 'waistGirth' }] },
      { remarks: [{ delta: 2 }] },
      {
        remarks: [
          { point: 'waistGirth', delta: 2 },
          { point: 'waistGirth', note: 'x' },
        ],
      },
      { remarks: [{ point: 'tail', delta: 2 }] },
      { remarks: [{ point: 'waistGirth', delta: 60 }] },
      { note: 'x', stage: 'ready' },
    ])
      expect([body, (await write(couturier, id, body)).status]).toEqual([body, 400]);
    const photo = (await upload(client, 'order', await picture())).body;
    const stolen = await write(couturier, id, { remarks: [{ note: 'x', label: 'y', fileIds: [photo.id] }] });
    expect(stolen.status).toBe(404);
    expect(await fittingSheets(db()).countDocuments({ appointmentId: new ObjectId(id) })).toBe(0);
  });

  it('goes with its client when they are erased, from the timeline too', async () => {
    const { couturier, order, id } = await scene();
    await write(couturier, id, {
      note: 'Vu.',
      remarks: [{ point: 'waistGirth', delta: 1, note: 'Ventre', shared: true }],
    });
    const owner = await person(db(), 'owner');
    const { version } = (await readOrder(couturier, order.id)).body;
    expect((await move(couturier, order.id, { to: 'cancelled', version })).status).toBe(200);
    const erased = await call(client.DELETE, { who: owner, method: 'DELETE', params: { id: order.clientId } });
    expect(erased.status).toBe(204);
    expect(await fittingSheets(db()).countDocuments({ clientId: new ObjectId(order.clientId) })).toBe(0);
    const left = await orderEvents(db())
      .find({ orderId: new ObjectId(order.id) })
      .toArray();
    expect(JSON.stringify(left)).not.toMatch(/Ventre|waistGirth/);
  });
});
