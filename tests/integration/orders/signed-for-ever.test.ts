import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as readFile } from '@/app/api/files/[id]/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import { attachFiles, detachFiles } from '@/lib/files/attach-files';
import { readBytes } from '@/lib/files/repository';
import { fingerprintOf } from '@/lib/orders/create-cutting-approval';
import { orders } from '@/lib/orders/documents';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, drawUp, edit, quote, read, signSheet } from './setup';

const db = setUpDatabase();
let couturier: Person;
let owner: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  owner = await person(db(), 'owner', 'Inès Haddad');
  client = await person(db(), 'client', 'Awa Diallo');
});

const send = async (who: Person): Promise<string> => (await upload(who, 'order', await picture())).body.id;
const statusOf = async (who: Person, id: string) => {
  const response = await callRaw(readFile, { who, params: { id } });
  await response.body?.cancel();
  return response.status;
};
async function ordered(referenceFileIds: string[]): Promise<string> {
  const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString(), referenceFileIds })).body;
  return id;
}
async function agreed(referenceFileIds: string[]): Promise<string> {
  const id = await ordered(referenceFileIds);
  await quote(couturier, id);
  await acceptQuote(client, id);
  return id;
}
const takeOff = async (who: Person, id: string) =>
  edit(who, id, { version: (await read(who, id)).body.version, referenceFileIds: [] });

describe('a bon à couper that was signed', () => {
  it('keeps its picture when the order no longer names it, for everybody who could see it', async () => {
    const photo = await send(client);
    const id = await agreed([photo]);
    await drawUp(couturier, id, { imageFileId: photo });
    await signSheet(couturier, id);
    await signSheet(client, id);
    const before = (await read(client, id)).body.cuttingApprovals[0];
    expect((await takeOff(couturier, id)).status).toBe(200);
    for (const who of [couturier, owner, client]) expect(await statusOf(who, photo)).toBe(200);
    expect((await read(client, id)).body.cuttingApprovals[0]).toMatchObject({
      sheet: before?.sheet,
      fingerprint: before?.fingerprint,
    });
    // Nor can it be carried to somewhere else, which would take it away from here.
    const elsewhere = await create(client, {
      couturierId: couturier.actor.id.toHexString(),
      referenceFileIds: [photo],
    });
    expect(elsewhere.status).toBe(404);
  });

  it('holds the hash of the picture’s bytes under its fingerprint', async () => {
    const photo = await send(client);
    const id = await agreed([photo]);
    await drawUp(couturier, id, { imageFileId: photo });
    const sheet = (await orders(db()).findOne({ _id: new ObjectId(id) }))?.cuttingApprovals[0]?.sheet;
    const bytes = await readBytes(db(), new ObjectId(photo));
    expect(sheet?.imageSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    if (!sheet) throw new Error('a sheet was drawn up');
    const swapped = { ...sheet, imageSha256: createHash('sha256').update('another picture').digest('hex') };
    expect(fingerprintOf(swapped)).not.toBe(fingerprintOf(sheet));
  });
});

describe('a bon à couper of a model', () => {
  it('keeps the drawing that was signed when the model gets another', async () => {
    const [signed, next] = [await send(couturier), await send(couturier)];
    const modelId = new ObjectId();
    const image = (id: string) => ({ fileId: new ObjectId(id), alt: { fr: '', en: '' }, width: 60, height: 90 });
    const collection = db().db.collection('models');
    await collection.insertOne({
      _id: modelId,
      slug: modelId.toHexString(),
      title: { fr: 'Robe', en: 'Dress' },
      colours: [],
      status: 'archived',
      images: [image(signed)],
    });
    await attachFiles(db(), couturier.actor, [new ObjectId(signed)], { kind: 'model', id: modelId });
    const id = await agreed([]);
    await orders(db()).updateOne({ _id: new ObjectId(id) }, { $set: { modelId } });
    await drawUp(couturier, id);
    await detachFiles(db(), [new ObjectId(signed)], { kind: 'model', id: modelId });
    await collection.updateOne({ _id: modelId }, { $set: { images: [image(next)] } });
    const sheet = (await read(client, id)).body.cuttingApprovals[0]?.sheet;
    expect(sheet?.imageFileId).not.toBe(signed);
    for (const who of [couturier, owner, client]) expect(await statusOf(who, sheet?.imageFileId ?? '')).toBe(200);
    const [before, now] = await Promise.all(
      [signed, sheet?.imageFileId].map((one) => readBytes(db(), new ObjectId(one))),
    );
    expect(now).toEqual(before);
  });
});

describe('a picture that a record of the order names', () => {
  it.each([
    [
      'a remark',
      (id: string, fileIds: string[]) =>
        call(remarks.POST, { who: client, params: { id }, body: { text: 'Voilà', fileIds } }),
    ],
    [
      'a change request',
      (id: string, fileIds: string[]) =>
        call(changes.POST, {
          who: client,
          params: { id },
          body: { changes: [{ field: 'description', to: 'Plus longue' }], fileIds },
        }),
    ],
  ])('(%s) stays with the order when its references change', async (_record, name) => {
    const photo = await send(client);
    const id = await agreed([photo]);
    expect((await name(id, [photo])).status).toBe(201);
    expect((await takeOff(couturier, id)).status).toBe(200);
    expect([await statusOf(couturier, photo), await statusOf(owner, photo)]).toEqual([200, 200]);
  });

  it('and one that nothing names goes back to who sent it', async () => {
    const photo = await send(client);
    const id = await ordered([photo]);
    expect((await takeOff(client, id)).status).toBe(200);
    expect([await statusOf(client, photo), await statusOf(couturier, photo)]).toEqual([200, 404]);
  });

  it('a client lists their own pictures only, and keeps those that are listed already', async () => {
    const [own, theirs, kept] = [await send(client), await send(couturier), await send(couturier)];
    const id = await ordered([]);
    await call(remarks.POST, { who: couturier, params: { id }, body: { text: 'Regardez', fileIds: [theirs] } });
    const listing = async (who: Person, referenceFileIds: string[]) =>
      (await edit(who, id, { version: (await read(who, id)).body.version, referenceFileIds })).status;
    expect(await listing(couturier, [kept])).toBe(200);
    expect(await listing(client, [theirs])).toBe(404);
    expect(await listing(client, [kept, own])).toBe(200);
    expect(await listing(client, [own, kept])).toBe(200);
  });
});
