import { beforeAll, describe, expect, it } from 'vitest';
import { PATCH as editHouse } from '@/app/api/house/route';
import { type ConditionsDocument, conditionsInForce, findConditions } from '@/lib/house/conditions';
import { getHouse } from '@/lib/house/get-house';
import { UNSAID_LEGAL } from '@/lib/house/legal-defaults';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, quote } from '../orders/setup';

const db = setUpDatabase();
let owner: Person;
beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner');
});

const edit = async (body: Record<string, unknown>) =>
  call(editHouse, { who: owner, method: 'PATCH', body: { version: (await getHouse(db())).version, ...body } });
const kept = () => db().db.collection<ConditionsDocument>('conditions').countDocuments();

describe('the terms of sale', () => {
  it('are one version, however many read them first', async () => {
    const read = await Promise.all(Array.from({ length: 8 }, () => conditionsInForce(db())));
    expect(new Set(read.map(({ _id }) => _id))).toEqual(new Set([1]));
    expect(await kept()).toBe(1);
  });

  it('are a new version when what they say changes, and only then; the old one stays as it was', async () => {
    const before = await findConditions(db(), 1);
    expect((await edit({ phone: '01 02 03 04 05' })).status).toBe(200);
    expect((await conditionsInForce(db()))._id).toBe(1);
    expect((await edit({ legal: { ...UNSAID_LEGAL, advance: 'returned' } })).status).toBe(200);
    const after = await conditionsInForce(db());
    expect(after._id).toBe(2);
    expect(after.sections.fr).not.toEqual(before?.sections.fr);
    expect(await findConditions(db(), 1)).toEqual(before);
    expect(await findConditions(db(), 3)).toBeNull();
  });

  it('stay with the quote they were sent with, whatever is changed before it is accepted', async () => {
    const [couturier, client] = [await person(db(), 'couturier'), await person(db(), 'client')];
    const { body: order } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    const { _id: version } = await conditionsInForce(db());
    const sent = await quote(couturier, order.id);
    expect(sent.body.quotes[0]).toMatchObject({ status: 'open', conditions: version });
    expect((await edit({ legal: { ...UNSAID_LEGAL, advance: 'forfeited' } })).status).toBe(200);
    const accepted = await acceptQuote(client, order.id);
    expect(accepted.body.quotes[0]).toMatchObject({ status: 'accepted', conditions: version });
    expect((await conditionsInForce(db()))._id).toBe(version + 1);
  });

  it('name no mediator at an address that is none', async () => {
    const { status, body } = await edit({ legal: { ...UNSAID_LEGAL, mediatorSite: 'javascript:alert(1)' } });
    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ path: 'legal.mediatorSite' }]);
  });

  it('notes who changed which sentence of the law', async () => {
    const { body } = await edit({ legal: { ...UNSAID_LEGAL, director: 'Awa Ndiaye' } });
    expect(body['changes']).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'legal.director', from: '', to: 'Awa Ndiaye' })]),
    );
  });
});
