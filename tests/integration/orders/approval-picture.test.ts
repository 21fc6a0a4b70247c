import { beforeAll, describe, expect, it } from 'vitest';
import { ObjectId } from 'mongodb';
import { GET as PICTURES } from '@/app/api/orders/[id]/pictures/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import { files } from '@/lib/files/documents';
import { orders } from '@/lib/orders/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, drawUp, read, signSheet } from './setup';

const db = setUpDatabase();
let couturier: Person;
let client: Person;
let stranger: Person;

beforeAll(async () => {
  serveFrom(db());
  [couturier, client, stranger] = await Promise.all([
    person(db(), 'couturier', 'Claire Morel'),
    person(db(), 'client', 'Awa Diallo'),
    person(db(), 'client', 'Camille Roussel'),
  ]);
});

const send = async (who: Person, colour?: string) =>
  (await upload(who, 'order', await picture(60, 90, colour))).body.id;
const note = (who: Person, id: string, kind: string, fileIds: string[]) =>
  call(remarks.POST, { who, params: { id }, body: { text: 'Voyez', kind, fileIds } });
const pictures = (who: Person | undefined, id: string) =>
  call<{ items: { id: string }[]; code?: string }>(PICTURES, { who, params: { id } });
const sheetOf = async (who: Person, id: string) => (await read(who, id)).body.cuttingApprovals.at(-1)?.sheet;
const MARK = [{ x: 0.5, y: 0.2, text: 'Bretelles' }];

describe('the picture of a bon à couper', () => {
  it('must be chosen where the order has pictures: what was brought, drawn or photographed for both', async () => {
    const brought = await send(client);
    const order = await confirmed(client, couturier, { referenceFileIds: [brought] });
    const taken = await send(couturier, '#884422');
    await note(couturier, order.id, 'remark', [taken]);
    const secret = await send(couturier, '#222222');
    await note(couturier, order.id, 'note', [secret]);
    expect((await pictures(couturier, order.id)).body.items.map(({ id }) => id)).toEqual([brought, taken]);
    const refused = await drawUp(couturier, order.id);
    expect([refused.status, refused.body.code]).toEqual([422, 'picture_required']);
    expect((await drawUp(couturier, order.id, { imageFileId: secret })).status, 'the atelier’s own stays its own').toBe(
      404,
    );
    expect((await files(db()).findOne({ _id: new ObjectId(secret) }))?.attachedTo?.audience).toBe('staff');
    expect((await drawUp(couturier, order.id, { imageFileId: taken, callouts: MARK })).status).toBe(201);
    for (const who of [couturier, client])
      expect(await sheetOf(who, order.id)).toMatchObject({ imageFileId: taken, callouts: MARK });
    await signSheet(couturier, order.id);
    expect((await signSheet(client, order.id)).body.cuttingApprovals[0]?.status).toBe('signed');
  });

  it('may come from the device of the atelier, and nobody else’s file may', async () => {
    const order = await confirmed(client, couturier);
    const fresh = await send(couturier);
    expect((await drawUp(couturier, order.id, { imageFileId: await send(stranger) })).status).toBe(404);
    expect((await drawUp(couturier, order.id, { imageFileId: fresh })).status).toBe(201);
    expect((await sheetOf(client, order.id))?.imageFileId).toBe(fresh);
  });

  it('is none where the order has none, and then nothing is marked on it', async () => {
    const order = await confirmed(client, couturier);
    expect((await pictures(couturier, order.id)).body.items).toEqual([]);
    expect((await drawUp(couturier, order.id, { callouts: MARK })).body.code).toBe('picture_required');
    expect((await drawUp(couturier, order.id)).status).toBe(201);
    expect(await sheetOf(client, order.id)).not.toHaveProperty('imageFileId');
  });

  it('does not ask for a choice because of a drawing that an earlier sheet kept', async () => {
    const order = await confirmed(client, couturier);
    const [drawing, modelId] = [await send(couturier), new ObjectId()];
    const image = { fileId: new ObjectId(drawing), alt: { fr: '', en: '' }, width: 60, height: 90 };
    const model = { slug: modelId.toHexString(), title: { fr: 'Robe', en: 'Dress' }, colours: [], status: 'archived' };
    await db()
      .db.collection('models')
      .insertOne({ _id: modelId, ...model, images: [image] });
    await orders(db()).updateOne({ _id: new ObjectId(order.id) }, { $set: { modelId } });
    for (const body of [{}, { imageFileId: drawing }, {}])
      expect((await drawUp(couturier, order.id, body)).status).toBe(201);
    expect((await sheetOf(client, order.id))?.imageFileId).not.toBe(drawing);
    expect((await pictures(couturier, order.id)).body.items).toEqual([]);
  });

  it('is a picture, and never the photograph of a paper that was signed', async () => {
    const order = await confirmed(client, couturier);
    const paper = await send(couturier);
    await drawUp(couturier, order.id, { imageFileId: paper });
    await orders(db()).updateOne(
      { _id: new ObjectId(order.id) },
      {
        $set: {
          'quotes.0.paper': {
            fileId: new ObjectId(paper),
            sha256: '',
            at: new Date(),
            by: { id: couturier.actor.id, name: '' },
          },
        },
      },
    );
    expect((await pictures(couturier, order.id)).body.items).toEqual([]);
    const pdf = (await upload(couturier, 'order', Buffer.from('%PDF-1.4\n%%EOF\n'), 'patron.pdf')).body.id;
    expect((await drawUp(couturier, order.id, { imageFileId: pdf })).status).toBe(415);
  });

  it('is listed for the staff alone', async () => {
    const order = await confirmed(client, couturier);
    expect((await pictures(client, order.id)).status).toBe(403);
    expect((await pictures(undefined, order.id)).status).toBe(401);
    expect((await pictures(couturier, new ObjectId().toHexString())).status).toBe(404);
  });
});
