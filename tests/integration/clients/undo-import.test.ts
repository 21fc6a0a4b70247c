import { ObjectId } from 'mongodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as editedFile, PATCH as editFile } from '@/app/api/clients/[id]/route';
import * as importing from '@/app/api/clients/import/route';
import * as undoing from '@/app/api/clients/imports/[id]/undo/route';
import * as listing from '@/app/api/clients/imports/route';
import * as ordering from '@/app/api/orders/route';
import type { StaffActor } from '@/lib/actor';
import { createClientFile } from '@/lib/clients/create-client';
import { clients, imports, importSteps, measurementSets } from '@/lib/clients/documents';
import type { ImportDto, ImportResultDto } from '@/lib/clients/schemas';
import { importDto, importResultDto } from '@/lib/clients/schemas';
import { erasePerson } from '@/lib/people/erase-person';
import { mergeClients } from '@/lib/people/merge-clients';
import { orders } from '@/lib/orders/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  owner = await person(db(), 'owner', 'Inès Haddad');
});
beforeEach(async () => {
  for (const collection of [clients, imports, importSteps, measurementSets, orders])
    await collection(db()).deleteMany({});
});

async function imported(table: string, query = '', who = couturier): Promise<ImportResultDto> {
  const request = new Request(`http://maison.test/api/clients/import${query}`, {
    method: 'POST',
    headers: { host: 'maison.test', origin: 'http://maison.test', 'content-type': 'text/csv', cookie: who.cookie },
    body: table,
  });
  const response = await importing.POST(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(200);
  return importResultDto.parse(await response.json());
}
const undo = (id: string | undefined, who = couturier) =>
  call<ImportDto>(undoing.POST, { who, params: { id: id ?? '' }, method: 'POST' });
async function undone(id: string | undefined, who = couturier) {
  const answer = await undo(id, who);
  expect(answer.status).toBe(200);
  return importDto.parse(answer.body).undone;
}
const listed = async (who = couturier) =>
  (await call<{ items: ImportDto[] }>(listing.GET, { who })).body.items.map((one) => importDto.parse(one));
const whole = () =>
  clients(db())
    .find({}, { projection: { updatedAt: 0, version: 0 } })
    .sort({ _id: 1 })
    .toArray();

const TABLE = [
  'Nom;Téléphone;Adresse;Étiquettes;Notes;Anniversaire;Mesuré le;Tour de taille',
  'Neuve Une;06 11 11 11 11;;Bal;;;22/10/2026;72',
  'Neuve Deux;06 22 22 22 22;;;;;;',
  'Connue Sow;06 33 33 33 33;4, rue Sainte-Anne;Soie;ligne de plus;3 mai;21/10/2026;74',
].join('\n');
const known = () =>
  createClientFile(db(), {
    name: 'Connue Sow',
    phone: '06 33 33 33 33',
    address: '1, rue de Rien',
    tags: ['Bal'],
    notes: 'mère; paie',
    birthday: '03-03',
    event: { label: 'Bal', date: new Date('2027-02-13T12:00:00Z') },
  });

describe('an import', () => {
  it('says until when it can be taken back, and one call does: every file is as it was', async () => {
    await known();
    const before = await whole();
    expect((await imported(TABLE, '?dryRun=1&duplicates=update')).undo).toBeUndefined();
    const { undo: offer, counts } = await imported(TABLE, '?duplicates=update&take=4.birthday');
    expect(counts).toMatchObject({ created: 2, updated: 1 });
    const [shown] = await listed();
    expect(shown).toMatchObject({ id: offer?.id, by: 'Claire Morel', opened: 2, changed: 1 });
    expect(Date.parse(offer?.until ?? '') - Date.parse(shown?.at ?? '')).toBe(30 * 24 * 3_600_000);
    expect(await whole()).not.toEqual(before);
    expect(await measurementSets(db()).countDocuments()).toBe(2);

    expect(await undone(offer?.id)).toMatchObject({
      by: 'Claire Morel',
      removed: 2,
      restored: 1,
      left: [],
      leftCount: 0,
    });
    expect(await whole()).toEqual(before);
    expect(await measurementSets(db()).countDocuments()).toBe(0);
    // Found by what it says again, and by nothing that was replaced.
    const file = await clients(db()).findOne({ name: 'Connue Sow' });
    expect(file?.searchText ?? file?.search).toEqual(before[0]?.searchText ?? before[0]?.search);
    expect(await importSteps(db()).countDocuments()).toBe(0);
    // Asked again, it answers the same and does nothing.
    await clients(db()).updateOne({ name: 'Connue Sow' }, { $set: { address: '2, rue du Jour' } });
    expect(await undone(offer?.id)).toMatchObject({ removed: 2, restored: 1, left: [] });
    expect(await clients(db()).findOne({ name: 'Connue Sow' })).toMatchObject({ address: '2, rue du Jour' });
    expect((await listed())[0]?.undone).toMatchObject({ removed: 2 });
    // And the table can be imported again.
    expect((await imported(TABLE, '?duplicates=update')).counts).toMatchObject({ created: 2, updated: 1 });
  });

  it('leaves what was changed or used since, and names it; the rest is as it was', async () => {
    const file = await known();
    const { undo: offer, rows } = await imported(TABLE, '?duplicates=update&take=4.birthday');
    const [edited, ordered] = rows.map(({ client }) => client?.id ?? '');
    await call(editFile, {
      who: couturier,
      method: 'PATCH',
      params: { id: edited ?? '' },
      body: { version: 1, notes: 'vue' },
    });
    const order = await call(ordering.POST, {
      who: couturier,
      headers: { 'idempotency-key': 'robe-de-deux' },
      body: { title: 'Robe', garment: 'dress', description: 'Longue', options: {}, clientId: ordered },
    });
    expect(order.status).toBe(201);
    const now = await call<{ version: number }>(editedFile, { who: couturier, params: { id: file._id.toHexString() } });
    const put = await call(editFile, {
      who: couturier,
      method: 'PATCH',
      params: { id: file._id.toHexString() },
      body: { version: now.body.version, address: '9, rue Neuve' },
    });
    expect(put.status).toBe(200);

    const answer = await undone(offer?.id, owner);
    expect(answer).toMatchObject({ by: 'Inès Haddad', removed: 0, restored: 1, leftCount: 3 });
    expect(answer?.left).toEqual(
      expect.arrayContaining([
        { client: { id: edited, name: 'Neuve Une' }, why: 'changed', fields: [] },
        { client: { id: ordered, name: 'Neuve Deux' }, why: 'used', fields: [] },
        { client: { id: file._id.toHexString(), name: 'Connue Sow' }, why: 'changed', fields: ['address'] },
      ]),
    );
    expect(await clients(db()).findOne({ _id: file._id })).toMatchObject({
      address: '9, rue Neuve',
      notes: 'mère; paie',
      birthday: '03-03',
      tags: ['Bal'],
    });
    expect(await clients(db()).countDocuments()).toBe(3);
    // The measures of the file that stays stay with it; those of the known one go.
    expect(await measurementSets(db()).distinct('clientId')).toEqual([new ObjectId(edited)]);
    // What was before is no longer kept anywhere.
    expect(await importSteps(db()).countDocuments({ before: { $exists: true } })).toBe(0);
  });

  it('gives a number back to the file that it was taken from', async () => {
    const son = await createClientFile(db(), { name: 'Moussa Sow', phone: '+33 6 12 48 90 17', notes: 'Costume' });
    const { undo: offer } = await imported('Nom;Téléphone\nAminata Sow;06 12 48 90 17', '?alone=2');
    expect((await clients(db()).findOne({ _id: son._id }))?.phone).toBeUndefined();
    expect(await undone(offer?.id)).toMatchObject({ removed: 1, restored: 1 });
    const after = await clients(db()).findOne({ _id: son._id });
    expect(after).toMatchObject({ phone: '+33 6 12 48 90 17', notes: 'Costume', search: son.search });
  });

  it('twice of one file goes back to what was before the first', async () => {
    const file = await known();
    const id = file._id.toHexString();
    const { undo: offer } = await imported(
      `Dossier;Nom;Téléphone;Adresse\n${id};Connue Sow;;2, rue Deux\n${id};Tout Autre;06 55 55 55 55;3, rue Trois`,
      '?duplicates=update',
    );
    expect((await clients(db()).findOne({ _id: file._id }))?.address).toBe('3, rue Trois');
    expect(await undone(offer?.id)).toMatchObject({ removed: 0, restored: 1, leftCount: 0 });
    expect(await whole()).toEqual([strip(file)]);
  });

  it('leaves files that were merged, and forgets people who were erased', async () => {
    const { undo: offer, rows } = await imported(
      'Nom;Téléphone\nUne A;06 11 11 11 11\nDeux B;06 22 22 22 22\nTrois C;0633333333',
    );
    const [one, two, three] = rows.map(({ client }) => client?.id ?? '');
    await mergeClients(db(), couturier.actor as StaffActor, one ?? '', { intoId: two ?? '', take: [] });
    await erasePerson(db(), new ObjectId(three));
    expect(await importSteps(db()).countDocuments({ clientId: new ObjectId(three) })).toBe(0);
    const answer = await undone(offer?.id);
    expect(answer).toMatchObject({ removed: 0, restored: 0 });
    expect(answer?.left.map(({ why, client }) => [client.id, why]).sort()).toEqual([
      [two, 'changed'],
      [two, 'merged'],
    ]);
    expect(await clients(db()).countDocuments()).toBe(1);
  });

  it('is its couturier’s and the owner’s to take back, for thirty days', async () => {
    const other = await person(db(), 'couturier', 'Mathieu Carpentier');
    const client = await person(db(), 'client');
    const { undo: offer } = await imported('Nom\nAwa Une');
    expect(await listed(other)).toEqual([]);
    expect((await undo(offer?.id, other)).status).toBe(404);
    expect((await undo(offer?.id, client)).status).toBe(403);
    expect((await call(listing.GET, { who: client })).status).toBe(403);
    expect((await undo('0'.repeat(24))).status).toBe(404);
    expect((await undo('rien')).status).toBe(404);
    await imports(db()).updateOne({}, { $set: { at: new Date(Date.now() - 31 * 24 * 3_600_000) } });
    expect(await listed(owner)).toEqual([]);
    expect((await undo(offer?.id, owner)).status).toBe(404);
    expect(await clients(db()).countDocuments({ name: 'Awa Une' })).toBe(1);
  });

  it('of many hundreds is undone part by part, and goes on where it was interrupted', { timeout: 60_000 }, async () => {
    const rows = Array.from(
      { length: 1100 },
      (_, at) => `Awa ${at};06${String(10_000_000 + at * 37).padStart(8, '0')}`,
    );
    const { undo: offer } = await imported(['Nom;Téléphone', ...rows].join('\n'));
    // As far as it had come when the house was stopped.
    const last = await importSteps(db())
      .find({}, { sort: { _id: -1 }, limit: 500 })
      .toArray();
    await clients(db()).deleteMany({ _id: { $in: last.map(({ clientId }) => clientId) } });
    await importSteps(db()).deleteMany({ _id: { $in: last.map(({ _id }) => _id) } });
    await imports(db()).updateOne({}, { $set: { undoing: { removed: 500, restored: 0 } } });
    expect((await listed())[0]?.undone).toBeUndefined();
    expect(await undone(offer?.id)).toMatchObject({ removed: 1100, restored: 0, leftCount: 0 });
    expect(await clients(db()).countDocuments()).toBe(0);
  });

  it('counts a file once, however far apart the table speaks of it', { timeout: 60_000 }, async () => {
    await known();
    const before = await whole();
    const rows = Array.from({ length: 600 }, (_, at) => `Awa ${at};06${String(10_000_000 + at * 37)};`);
    // Its notes first, and at the very end its number, which is given to somebody else.
    const table = ['Nom;Téléphone;Notes', 'Connue Sow;06 33 33 33 33;de plus', ...rows, 'Autre Sow;06 33 33 33 33;'];
    const { undo: offer } = await imported(table.join('\n'), `?duplicates=update&alone=${table.length}`);
    expect(await importSteps(db()).countDocuments({ opened: { $exists: false } })).toBe(2);
    expect(await undone(offer?.id)).toMatchObject({ removed: 601, restored: 1, leftCount: 0 });
    expect((await whole()).map(strip)).toEqual(before.map(strip));
  });

  it('names a file once, whatever of it is left', async () => {
    const { _id } = await known();
    const id = _id.toHexString();
    const table = 'Nom;Téléphone;Notes\nConnue Sow;06 33 33 33 33;de plus\nAutre Sow;06 33 33 33 33;';
    const { undo: offer } = await imported(table, '?duplicates=update&alone=3');
    await clients(db()).updateOne(
      { _id: new ObjectId(id) },
      { $set: { notes: 'la sœur', phone: '+33699999999' }, $inc: { version: 1 } },
    );
    const result = await undone(offer?.id);
    expect(result).toMatchObject({ removed: 1, restored: 0, leftCount: 1 });
    expect(result?.left).toEqual([
      {
        client: { id, name: 'Connue Sow' },
        why: 'changed',
        fields: expect.arrayContaining(['phone', 'notes']) as never,
      },
    ]);
  });

  it('that wrote nothing has nothing to be taken back', async () => {
    await createClientFile(db(), { name: 'Awa Une' });
    expect((await imported('Nom\nAwa Une')).undo).toBeUndefined();
    expect(await listed()).toEqual([]);
  });
});

function strip(file: object): object {
  return Object.fromEntries(
    Object.entries(file).filter(([key, value]) => value !== undefined && !['updatedAt', 'version'].includes(key)),
  );
}
