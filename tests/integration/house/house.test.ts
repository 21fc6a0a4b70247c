import { beforeAll, describe, expect, it } from 'vitest';
import { GET as ready } from '@/app/api/health/ready/route';
import { GET as getHouse, PATCH as editHouse } from '@/app/api/house/route';
import { accounts } from '@/lib/auth/documents';
import { getHouse as readDocument } from '@/lib/house/get-house';
import { orders } from '@/lib/orders/documents';
import { create } from '../orders/setup';
import { call, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));
const STAFF_ONLY = ['stageHours', 'garmentHours', 'quoteDefaults', 'tax', 'legal', 'changes'];

describe('the house', () => {
  it('is one document, however many read it first', async () => {
    const seen = await Promise.all([1, 2, 3, 4].map(() => readDocument(db())));
    expect(new Set(seen.map((one) => one.createdAt.getTime())).size).toBe(1);
  });

  it('shows visitors and clients the public part only', async () => {
    for (const who of [undefined, await person(db(), 'client')]) {
      const { status, body } = await call(getHouse, { who });
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: 'house', currency: 'EUR', locale: 'fr', lockStage: 'cutting' });
      expect(body['vocabulary']).toHaveProperty('colours');
      for (const field of STAFF_ONLY) expect(body).not.toHaveProperty(field);
    }
    const { body } = await call(getHouse, { who: await person(db(), 'couturier') });
    for (const field of STAFF_ONLY) expect(body).toHaveProperty(field);
  });

  it('is changed by its owner, keeps who changed what, and tells of a conflict', async () => {
    const owner = await person(db(), 'owner', 'Inès Haddad');
    const before = await call(getHouse, { who: owner });
    const stageHours = { ...(before.body['stageHours'] as Record<string, number>), assembly: 14 };
    const version = before.body['version'];
    const edit = (body: Record<string, unknown>) => call(editHouse, { who: owner, method: 'PATCH', body });
    const after = await edit({ version, stageHours, lockStage: 'assembly' });
    expect(after.status).toBe(200);
    expect(after.body['changes']).toEqual([
      expect.objectContaining({ path: 'lockStage', from: 'cutting', to: 'assembly' }),
      expect.objectContaining({ path: 'stageHours.assembly', from: 12, to: 14, byName: 'Inès Haddad' }),
    ]);
    const stale = await edit({ version, name: 'Autre' });
    expect([stale.status, (stale.body['current'] as { version: number }).version]).toEqual([409, Number(version) + 1]);
  });

  it('prints what clients said for everyone, and refuses words in one language only', async () => {
    const owner = await person(db(), 'owner');
    const edit = (body: Record<string, unknown>) => call(editHouse, { who: owner, method: 'PATCH', body });
    const { version } = await readDocument(db());
    const said = { text: { fr: 'Juste.', en: 'Right.' }, signature: { fr: 'Nora', en: 'Nora' } };
    expect((await edit({ version, clientWords: [{ ...said, text: { fr: 'Juste.', en: '' } }] })).status).toBe(400);
    expect((await edit({ version, clientWords: [said] })).status).toBe(200);
    expect((await call(getHouse)).body['clientWords']).toEqual([said]);
    const hand = await person(db(), 'couturier');
    const about = { ...said, couturierId: hand.actor.id.toHexString() };
    expect((await edit({ version: version + 1, clientWords: [about] })).status).toBe(200);
    await accounts(db()).updateOne({ _id: hand.actor.id }, { $set: { disabled: true } });
    const kept = await edit({ version: version + 2, clientWords: [about, said] });
    expect(kept.status, 'who has left stays named where they are named').toBe(200);
    expect((await edit({ version: version + 3, clientWords: [said] })).status).toBe(200);
    expect((await edit({ version: version + 4, clientWords: [about] })).status).toBe(404);
  });

  it('says under which regime it invoices, with the numbers its country asks; who changed it is kept', async () => {
    const owner = await person(db(), 'owner');
    const edit = (body: Record<string, unknown>) => call(editHouse, { who: owner, method: 'PATCH', body });
    const { version, tax } = await readDocument(db());
    expect(tax.regime).toBe('unsaid');
    const said = { ...tax, country: 'FR', regime: 'exempt', registration: '123456789' };
    const refused = await edit({ version, tax: said });
    expect([refused.status, refused.body['errors']]).toEqual([
      400,
      [expect.objectContaining({ path: 'tax.registration', code: 'registration' })],
    ]);
    const saved = await edit({ version, tax: { ...said, registration: '123456782' } });
    expect(saved.body).toMatchObject({ tax: { regime: 'exempt', registration: '123456782' } });
    const [newest] = (saved.body['changes'] as { path: string }[]).filter(({ path }) => path === 'tax.regime');
    expect(newest).toMatchObject({ from: 'unsaid', to: 'exempt' });
    await edit({ version: saved.body['version'], tax });
  });

  it('keeps its currency once sums are written in it', async () => {
    const owner = await person(db(), 'owner');
    const { currency, version } = await readDocument(db());
    const edit = (body: Record<string, unknown>) => call(editHouse, { who: owner, method: 'PATCH', body });
    const other = await edit({ version, currency: 'XOF' });
    expect([other.status, other.body['currency']]).toEqual([200, 'XOF']);
    expect((await edit({ version: version + 1, currency })).status).toBe(200);
    await create(await person(db(), 'client'));
    const refused = await edit({ version: version + 2, currency: 'XOF' });
    expect([refused.status, refused.body['code']]).toEqual([422, 'currency_in_use']);
    expect(String(refused.body['detail'])).toContain(currency);
    // The same currency is no change, and everything else still is one.
    expect((await edit({ version: version + 2, currency, name: 'Maison Seck' })).status).toBe(200);
    await orders(db()).deleteMany({});
  });

  it('refuses everyone else, unknown fields and impossible values', async () => {
    const owner = await person(db(), 'owner');
    const edit = (body: unknown, who?: Awaited<ReturnType<typeof person>>) =>
      call(editHouse, { who, method: 'PATCH', body });
    expect((await edit({ version: 1 })).status).toBe(401);
    expect((await edit({ version: 1 }, await person(db(), 'client'))).status).toBe(403);
    expect((await edit({ version: 1 }, await person(db(), 'couturier'))).status).toBe(403);
    for (const body of [
      { version: 1, motto: 'x' },
      { version: 1, lockStage: 'delivered' },
      { version: 1, closures: [{ from: '2026-12-31', to: '2026-12-01', label: { fr: 'x', en: 'x' } }] },
      { name: 'sans version' },
    ])
      expect((await edit(body, owner)).status).toBe(400);
  });

  it('is ready when the database answers and its indexes are there', async () => {
    expect(await call(ready)).toMatchObject({ status: 200, body: { status: 'ok' } });
    await db().db.collection('accounts').dropIndex('email');
    const lacking = await call(ready);
    expect(lacking.status).toBe(503);
    expect(String(lacking.body['cause'])).toContain('accounts');
  });
});
