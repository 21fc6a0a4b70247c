import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as deny } from '@/app/api/orders/[id]/agreement/denial/route';
import { POST as keep } from '@/app/api/orders/[id]/agreement/paper/route';
import { GET as events } from '@/app/api/orders/[id]/events/route';
import { GET as file } from '@/app/api/files/[id]/route';
import { DAY_MS } from '@/lib/calendar';
import { clients } from '@/lib/clients/documents';
import { notifications } from '@/lib/notifications/documents';
import { orders } from '@/lib/orders/documents';
import type { OrderEventDto } from '@/lib/orders/answers';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { newClientFile } from '@/lib/clients/create-client';
import { acceptQuote, create, drawUp, move, type OrderAnswer, quote, read, signSheet } from './setup';

const db = setUpDatabase();
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
});

/** An order with a quote for somebody without an account, who may get one. */
async function quoted(): Promise<{ id: string; join: () => Promise<Person> }> {
  const file = newClientFile({ name: 'Rose Aubert' });
  await clients(db()).insertOne(file);
  const { id } = (await create(couturier, { clientId: file._id.toHexString() })).body;
  await quote(couturier, id);
  return {
    id,
    join: async () => {
      // As after a merge with the file of the account she has made.
      const client = await person(db(), 'client', 'Rose Aubert');
      await orders(db()).updateOne({ _id: new ObjectId(id) }, { $set: { clientId: client.actor.clientId } });
      return client;
    },
  };
}
const photo = async (who = couturier, colour = '#eee8dc') =>
  (await upload(who, 'order', await picture(80, 60, colour))).body.id;
const kept = (who: Person | undefined, id: string, body: Record<string, unknown>) =>
  call<OrderAnswer>(keep, { who, params: { id }, body });
const denied = (who: Person | undefined, id: string, body: Record<string, unknown>) =>
  call<OrderAnswer>(deny, { who, params: { id }, body });
const seen = async (who: Person, id: string) =>
  await file(
    new Request(`http://maison.test/api/files/${id}`, { headers: { host: 'maison.test', cookie: who.cookie } }),
    {
      params: Promise.resolve({ id }),
    },
  );
const told = async (who: Person, id: string) =>
  (await call<{ items: OrderEventDto[] }>(events, { who, params: { id } })).body.items;

describe('an agreement that the house notes', () => {
  it('says who gave it and when, and no hour that cannot be', async () => {
    const { id } = await quoted();
    const soon = new Date(Date.now() + DAY_MS).toISOString();
    const before = new Date(Date.now() - 3 * DAY_MS).toISOString();
    for (const givenAt of [soon, before])
      expect((await acceptQuote(couturier, id, 1, { how: 'phone', givenAt })).body.code).toBe('agreement_day');
    const givenAt = new Date().toISOString();
    const { body } = await acceptQuote(couturier, id, 1, { how: 'phone', givenBy: 'Jeanne Aubert', givenAt });
    expect(body.quotes[0]).toMatchObject({
      onBehalf: true,
      noted: { how: 'phone', givenBy: 'Jeanne Aubert', givenAt },
      answeredBy: { name: 'Claire Morel' },
    });
    expect(body.quotes[0]?.paper).toBeUndefined();
  });

  it('keeps the photograph of the signed paper for ever, once, for both to see', async () => {
    const { id, join } = await quoted();
    await acceptQuote(couturier, id, 1, { how: 'visit' });
    expect((await read(couturier, id)).body.allowed).toContain('keepPaper');
    const fileId = await photo();
    const { body } = await kept(couturier, id, { to: 'quote', n: 1, fileId });
    const bytes = Buffer.from(await (await seen(couturier, fileId)).arrayBuffer());
    expect(body.quotes[0]?.paper).toMatchObject({
      fileId,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      by: { name: 'Claire Morel' },
    });
    expect((await kept(couturier, id, { to: 'quote', n: 1, fileId: await photo() })).body.code).toBe('paper_kept');
    expect((await told(couturier, id))[0]).toMatchObject({ type: 'paperKept', data: { n: 1, paperFileId: fileId } });
    const client = await join();
    expect((await seen(client, fileId)).status).toBe(200);
    expect((await seen(await person(db(), 'client'), fileId)).status).toBe(404);
    expect((await kept(client, id, { to: 'quote', n: 1, fileId: await photo(client) })).body.code).toBe('paper_kept');
  });

  it('takes the photograph with it, on a bon à couper too, and nothing that is no picture or somebody else’s', async () => {
    const { id, join } = await quoted();
    const note = (await upload(couturier, 'order', Buffer.from('du texte'), 'note.txt')).body.id;
    expect((await acceptQuote(couturier, id, 1, { how: 'paper', paperFileId: note })).body.code).toBe(
      'file_type_refused',
    );
    const stranger = await person(db(), 'client');
    const theirs = await photo(stranger);
    expect((await acceptQuote(couturier, id, 1, { how: 'paper', paperFileId: theirs })).status).toBe(404);
    const accepted = await acceptQuote(couturier, id, 1, { how: 'paper', paperFileId: await photo() });
    expect(accepted.body.quotes[0]?.paper?.sha256).toMatch(/^[0-9a-f]{64}$/);
    await drawUp(couturier, id);
    await signSheet(couturier, id);
    const signed = await signSheet(couturier, id, { how: 'paper', paperFileId: await photo() });
    expect(signed.body.cuttingApprovals[0]?.signatures[1]).toMatchObject({
      side: 'client',
      paper: { by: { name: 'Claire Morel' } },
    });
    expect((await kept(stranger, id, { to: 'quote', n: 1, fileId: theirs })).status).toBe(404);
    expect((await kept(undefined, id, { to: 'quote', n: 1, fileId: theirs })).status).toBe(401);
    expect((await denied(stranger, id, { to: 'quote', n: 1 })).status).toBe(404);
    await join();
  });

  it('is disputed by its client alone, once; what was noted stays, and a disputed sheet releases no cut', async () => {
    const { id, join } = await quoted();
    await acceptQuote(couturier, id, 1, { how: 'phone', words: 'D’accord.' });
    await drawUp(couturier, id);
    await signSheet(couturier, id);
    const signed = (await signSheet(couturier, id, { how: 'phone' })).body;
    expect(signed.allowed).toContain('cutting');
    const client = await join();
    expect((await denied(couturier, id, { to: 'quote', n: 1 })).body.code).toBe('action_not_allowed');
    expect((await denied(client, id, { to: 'quote', n: 2 })).status).toBe(404);
    expect((await read(client, id)).body.allowed).toContain('denyAgreement');
    const first = await denied(client, id, { to: 'quote', n: 1, note: 'Je n’ai rien dit.' });
    expect(first.body.quotes[0]).toMatchObject({
      status: 'accepted',
      noted: { how: 'phone', words: 'D’accord.' },
      denied: { by: { name: 'Rose Aubert' }, note: 'Je n’ai rien dit.' },
    });
    expect((await denied(client, id, { to: 'quote', n: 1 })).body.code).toBe('action_not_allowed');
    await denied(client, id, { to: 'approval', n: 1 });
    const now = (await read(couturier, id)).body;
    expect(now.allowed).not.toContain('cutting');
    expect((await move(couturier, id, { to: 'cutting', note: 'Vite', version: now.version })).body.code).toBe(
      'cutting_approval_required',
    );
    const rung = await notifications(db()).find({ accountId: couturier.actor.id }).toArray();
    expect(rung.map(({ title }) => title.fr.replaceAll('\u00a0', ' '))).toContain(
      'Rose Aubert dit que ce n’est pas son accord',
    );
    expect((await told(couturier, id))[1]).toMatchObject({
      type: 'agreementDenied',
      note: 'Je n’ai rien dit.',
      data: { to: 'quote', n: 1 },
    });
  });

  it('of a client who has an account is theirs to give: there is nothing to dispute', async () => {
    const client = await person(db(), 'client');
    const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    await quote(couturier, id);
    await acceptQuote(client, id);
    expect((await denied(client, id, { to: 'quote', n: 1 })).status).toBe(404);
    expect((await kept(couturier, id, { to: 'quote', n: 1, fileId: new ObjectId().toHexString() })).status).toBe(404);
  });
});
