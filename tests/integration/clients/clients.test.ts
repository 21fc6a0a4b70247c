import { beforeAll, describe, expect, it } from 'vitest';
import * as collection from '@/app/api/clients/route';
import * as one from '@/app/api/clients/[id]/route';
import * as known from '@/app/api/clients/known/route';
import type { ClientDto } from '@/lib/clients/dto';
import type { KnownClientDto } from '@/lib/clients/schemas';
import type { Page } from '@/lib/pages';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  client = await person(db(), 'client', 'Zoé Visiteuse');
});

const create = (body: Record<string, unknown>) => call<ClientDto>(collection.POST, { who: couturier, body });
const list = (query: Record<string, string> = {}) => call<Page<ClientDto>>(collection.GET, { who: couturier, query });
const patch = (id: string, body: Record<string, unknown>) =>
  call<ClientDto & { code: string; current: ClientDto }>(one.PATCH, {
    who: couturier,
    method: 'PATCH',
    params: { id },
    body,
  });

describe('client files', () => {
  it('are opened with everything and read back as they were written', async () => {
    const made = await create({
      name: 'Awa Diallo',
      email: 'Awa.Diallo@Exemple.fr',
      phone: '06 12 40 18 22',
      address: '8, rue des Martyrs, 75009 Paris',
      posture: 'Épaule droite plus basse de 1 cm',
      allergies: 'Nickel',
      tags: ['Soie', 'Cortège', 'Soie'],
      notes: 'Toujours à l’heure',
      event: { label: 'Mariage de Fatou', date: '2027-02-13' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Awa Diallo',
      email: 'awa.diallo@exemple.fr',
      tags: ['Soie', 'Cortège'],
      archived: false,
      event: { label: 'Mariage de Fatou', date: '2027-02-13T12:00:00.000Z' },
      version: 1,
    });
    const read = await call<ClientDto>(one.GET, { who: couturier, params: { id: made.body.id } });
    expect(read.body).toEqual(made.body);
    expect(read.body).not.toHaveProperty('sortName');
  });

  it('are found by any part of the name without its accents, by e-mail and by phone', async () => {
    const { body } = await create({ name: 'Éléonore Petit', email: 'e.petit@exemple.fr', phone: '07 55 10 20 30' });
    for (const q of ['eleonore', 'PETIT élé', 'e.petit@', '0755102030', '55 10'])
      expect((await list({ q })).body.items.map((item) => item.id)).toContain(body.id);
    expect((await list({ q: 'personne (.*' })).body.items).toEqual([]);
  });

  it('are listed page by page in the order of names, each once', async () => {
    for (const name of ['Page C', 'page a', 'Pâge B']) await create({ name, tags: ['pages'] });
    const first = await list({ tag: 'pages', limit: '2' });
    expect(first.body.items.map((item) => item.name)).toEqual(['page a', 'Pâge B']);
    const second = await list({ tag: 'pages', limit: '2', cursor: first.body.nextCursor ?? '' });
    expect(second.body).toMatchObject({ items: [{ name: 'Page C' }], nextCursor: null });
    expect((await list({ cursor: 'nonsense' })).status).toBe(400);
  });

  it('are edited at their version; the second of two saves gets the current file', async () => {
    const { body } = await create({ name: 'Nora Benali', phone: '01' });
    const saved = await patch(body.id, { version: 1, name: 'Nora Benali-Roux', phone: null });
    expect(saved.body).toMatchObject({ name: 'Nora Benali-Roux', version: 2 });
    expect(saved.body).not.toHaveProperty('phone');
    const stale = await patch(body.id, { version: 1, name: 'Autre' });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { name: 'Nora Benali-Roux', version: 2 } });
    expect((await list({ q: 'benali-roux' })).body.items).toHaveLength(1);
  });

  it('let exactly one of ten simultaneous saves through', async () => {
    const { body } = await create({ name: 'Course' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => patch(body.id, { version: 1, notes: `note ${n}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
  });

  it('leave the list when archived, and come back', async () => {
    const { body } = await create({ name: 'Archive Moi' });
    await patch(body.id, { version: 1, archived: true });
    expect((await list({ q: 'archive moi' })).body.items).toEqual([]);
    expect((await list({ q: 'archive moi', archived: 'true' })).body.items).toHaveLength(1);
    await patch(body.id, { version: 2, archived: false });
    expect((await list({ q: 'archive moi' })).body.items).toHaveLength(1);
  });

  it('are opened once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'open-once' };
    const first = await call<ClientDto>(collection.POST, { who: couturier, body: { name: 'Une Fois' }, headers });
    const again = await call<ClientDto>(collection.POST, { who: couturier, body: { name: 'Une Fois' }, headers });
    expect(again.body.id).toBe(first.body.id);
    const other = await call(collection.POST, { who: couturier, body: { name: 'Autre Nom' }, headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
  });

  it('refuse what has the wrong shape, naming the field', async () => {
    const bad = await call<{ errors: { path: string }[] }>(collection.POST, {
      who: couturier,
      body: { name: ' ', email: 'nope', surprise: 1 },
    });
    expect(bad.status).toBe(400);
    expect(bad.body.errors.map((error) => error.path).sort()).toEqual(['email', 'name', 'surprise']);
  });
});

describe('strangers', () => {
  it('turns clients, visitors and disabled accounts away from every file', async () => {
    const { body } = await create({ name: 'Secrète' });
    const disabled = await person(db(), 'couturier', 'Fermé', { disabled: true });
    const params = { id: body.id };
    for (const [who, status] of [
      [client, 403],
      [undefined, 401],
      [disabled, 401],
    ] as const) {
      expect((await call(collection.GET, { who })).status).toBe(status);
      expect((await call(collection.POST, { who, body: { name: 'X' } })).status).toBe(status);
      expect((await call(one.GET, { who, params })).status).toBe(status);
      const edit = { who, params, method: 'PATCH', body: { version: 1, name: 'Volée' } };
      expect((await call(one.PATCH, edit)).status).toBe(status);
    }
  });

  it('answers 404 for what is not there and for what cannot be an id', async () => {
    for (const id of ['0123456789abcdef01234567', 'nope'])
      expect((await call(one.GET, { who: couturier, params: { id } })).status).toBe(404);
  });

  it('refuses a foreign page', async () => {
    const answer = await call(collection.POST, {
      who: couturier,
      body: { name: 'X' },
      headers: { origin: 'https://evil.example' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
  });

  it('are offered before another one is opened, by name, number or address in any spelling', async () => {
    const { body: sow } = await create({ name: 'Fatou Sow', phone: '+33 6 40 40 41 42', email: 'Fatou@Exemple.fr' });
    const { body: mariama } = await create({ name: 'Mariama Sow', phone: '06 40 40 41 42' });
    await create({ name: 'Fatoumata Sow', phone: '06 11 22 33 44' });
    const offered = async (query: Record<string, string>) =>
      (await call<{ items: KnownClientDto[] }>(known.GET, { who: couturier, query })).body.items.map(
        ({ id, shares }) => [id, shares.join()],
      );
    expect(await offered({ name: 'SOW  fatou' })).toEqual([[sow.id, 'name']]);
    expect(await offered({ email: 'FATOU@exemple.fr' })).toEqual([[sow.id, 'email']]);
    for (const phone of ['0640404142', '00 33 6 40 40 41 42', '+33640404142', '06.40.40.41.42'])
      expect(new Set(await offered({ phone }))).toEqual(
        new Set([
          [sow.id, 'phone'],
          [mariama.id, 'phone'],
        ]),
      );
    expect((await offered({ name: 'Mariama Sow', phone: '06 40 40 41 42' }))[0]).toEqual([mariama.id, 'phone,name']);
    // A beginning of a number, half a name, a sign: nobody is offered.
    const nobody: Record<string, string>[] = [{ phone: '0640' }, { name: 'Sow' }, { name: '(.*' }, {}];
    for (const query of nobody) expect(await offered(query)).toEqual([]);
    expect((await call(known.GET, { who: client, query: { name: 'Fatou Sow' } })).status).toBe(403);
  });
});
