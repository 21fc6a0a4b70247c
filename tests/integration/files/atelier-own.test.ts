import { DAY_MS } from '@/lib/calendar';
import { ObjectId } from 'mongodb';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as writeSheet } from '@/app/api/appointments/[id]/fitting-sheet/route';
import { POST as book } from '@/app/api/appointments/route';
import { GET as readFile } from '@/app/api/files/[id]/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import type { ClientActor } from '@/lib/actor';
import { files } from '@/lib/files/documents';
import type { OrderDto } from '@/lib/orders/answers';
import { exportOwnData } from '@/lib/people/export-own-data';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, edit, read } from '../orders/setup';

const db = setUpDatabase();
let couturier: Person;
let other: Person;
let client: Person;
let order: OrderDto;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  other = await person(db(), 'couturier', 'Mathieu Carpentier');
  client = await person(db(), 'client', 'Awa Diallo');
  order = await confirmed(client, couturier);
});

const send = async (who: Person, name: string): Promise<string> =>
  (await upload(who, 'message', await picture(), name)).body.id;
const leave = (who: Person, kind: string, fileIds: string[]) =>
  call(remarks.POST, { who, params: { id: order.id }, body: { kind, text: 'Fournisseur en retard.', fileIds } });
const statusOf = async (who: Person | undefined, id: string, query?: Record<string, string>) => {
  const response = await callRaw(readFile, { who, params: { id }, query });
  await response.body?.cancel();
  return response.status;
};
async function archive(): Promise<{ names: string[]; words: string }> {
  const bytes = await new Response(await exportOwnData(db(), client.actor as ClientActor)).arrayBuffer();
  const entries = unzipSync(new Uint8Array(bytes));
  const json = Object.entries(entries).filter(([name]) => name.endsWith('.json'));
  return { names: Object.keys(entries), words: json.map(([, content]) => strFromU8(content)).join('\n') };
}

describe('a picture of the atelier’s own', () => {
  it('on an internal note is seen by the staff only, in no size and no archive of the client', async () => {
    const id = await send(couturier, 'note-interne-retard-fournisseur.jpg');
    expect((await leave(couturier, 'note', [id])).status).toBe(201);
    expect(await statusOf(couturier, id)).toBe(200);
    expect(await statusOf(other, id)).toBe(200);
    expect(await statusOf(client, id)).toBe(404);
    expect(await statusOf(client, id, { w: '320' })).toBe(404);
    const { names, words } = await archive();
    expect(names.join()).not.toContain(id);
    expect(names.join()).not.toContain('note-interne');
    expect(words).not.toContain(id);
  });

  it('on a fitting remark that is not shared stays inside; one that is shared is the client’s too', async () => {
    const hidden = await send(couturier, 'photo-interne-essayage.jpg');
    const shown = await send(couturier, 'photo-essayage.jpg');
    const booked = await call<{ id: string }>(book, {
      who: couturier,
      body: {
        kind: 'fitting',
        clientId: order.clientId,
        orderId: order.id,
        start: new Date(Date.now() + 9 * DAY_MS).toISOString(),
        minutes: 60,
      },
    });
    const written = await call(writeSheet, {
      who: couturier,
      params: { id: booked.body.id },
      body: {
        remarks: [
          { label: 'Emmanchure', note: 'À refaire', fileIds: [hidden], shared: false },
          { label: 'Ourlet', note: 'Bien', fileIds: [shown], shared: true },
        ],
      },
    });
    expect(written.status).toBe(201);
    expect([await statusOf(client, hidden), await statusOf(client, shown)]).toEqual([404, 200]);
    expect(await statusOf(other, hidden)).toBe(200);
    const { names } = await archive();
    expect(names.join()).toContain(shown);
    expect(names.join()).not.toContain(hidden);
  });

  it('cannot be taken by the client who learnt its id, in any place that names files', async () => {
    const id = await send(couturier, 'interne.jpg');
    await leave(couturier, 'note', [id]);
    const asked = (await read(client, order.id)).body;
    const free = await confirmed(client, couturier);
    expect((await leave(client, 'remark', [id])).status).toBe(404);
    expect((await edit(client, free.id, { version: free.version, referenceFileIds: [id] })).status).not.toBe(200);
    expect((await edit(couturier, order.id, { version: asked.version, referenceFileIds: [] })).status).toBe(200);
    expect([await statusOf(client, id), await statusOf(other, id)]).toEqual([404, 200]);
  });

  it('becomes the client’s once the atelier shows it to them, and is not hidden again by a later note', async () => {
    const id = await send(couturier, 'montree.jpg');
    await leave(couturier, 'note', [id]);
    await leave(couturier, 'remark', [id]);
    expect(await statusOf(client, id)).toBe(200);
    await leave(couturier, 'note', [id]);
    expect(await statusOf(client, id)).toBe(200);
    expect(await files(db()).findOne({ _id: new ObjectId(id) })).toMatchObject({ attachedTo: { kind: 'order' } });
  });
});
