import type { StaffActor } from '@/lib/actor';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as exportRoute from '@/app/api/journal/export/route';
import * as journal from '@/app/api/journal/route';
import * as clientsExport from '@/app/api/clients/export/route';
import * as houseRoute from '@/app/api/house/route';
import * as invitations from '@/app/api/invitations/route';
import * as meExport from '@/app/api/me/export/route';
import * as password from '@/app/api/me/password/route';
import * as sessionsEndAll from '@/app/api/me/sessions/end-all/route';
import * as staffOne from '@/app/api/staff/[id]/route';
import { type ActDocument, actHead, acts } from '@/lib/audit/documents';
import { recordAct } from '@/lib/audit/record-act';
import { checkActs, fadeActs, sewActs, tendActs } from '@/lib/audit/sew-acts';
import { accounts } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { DAY_MS } from '@/lib/calendar';
import { inTransaction } from '@/lib/db/client';
import { readJournal } from '@/lib/journal/list-acts';
import type { ActDto } from '@/lib/journal/schemas';
import { erasePerson } from '@/lib/people/erase-person';
import { afterwardsDone } from '@/lib/web/afterwards';
import type { Page } from '@/lib/pages';
import { signIn } from '../../support/auth-door';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import '../../support/mails';

const PASSWORD = 'une phrase bien à moi';
const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let client: Person;

const FROM = {
  'x-forwarded-for': '203.0.113.9',
  'user-agent':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
};

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
  for (const one of [couturier, client])
    await accounts(db()).updateOne({ _id: one.actor.id }, { $set: { passwordHash: await hashPassword(PASSWORD) } });
});

beforeEach(async () => {
  await acts(db()).deleteMany({});
  await actHead(db()).deleteMany({});
});

const kinds = async () => (await acts(db()).find().sort({ _id: 1 }).toArray()).map(({ kind }) => kind);
const only = async (): Promise<ActDocument> => {
  const all = await acts(db()).find().toArray();
  expect(all).toHaveLength(1);
  return all[0] as ActDocument;
};
const read = async (query: Record<string, string> = {}, who = owner) => call<Page<ActDto>>(journal.GET, { who, query });

describe('what is done', () => {
  it('is written with who, what and from where: files taken away', async () => {
    const answer = await callRaw(clientsExport.GET, { who: couturier, headers: FROM });
    expect(answer.status).toBe(200);
    const act = await only();
    expect(act).toMatchObject({ kind: 'clientsExported', group: 'takeaways', detail: { count: 1 } });
    expect(act.by?.accountId.equals(couturier.actor.id)).toBe(true);
    expect(act.where).toMatchObject({ address: '203.0.113.9', userAgent: FROM['user-agent'] });
  });

  it('is written for roles, closed accounts, settings, invitations, sessions, passwords and own exports', async () => {
    const id = (await person(db(), 'couturier')).actor.id.toHexString();
    const change = (body: object) => call(staffOne.PATCH, { who: owner, method: 'PATCH', params: { id }, body });
    await change({ role: 'owner' });
    await change({ role: 'couturier', weeklyHours: 30 });
    await change({ weeklyHours: 35 });
    await change({ disabled: true });
    await change({ disabled: false });
    const { body: house } = await call(houseRoute.GET, { who: owner });
    await call(houseRoute.PATCH, {
      who: owner,
      method: 'PATCH',
      body: { version: house['version'], quoteDefaults: { depositPercent: 45, vatPercent: 20, validDays: 14 } },
    });
    await call(invitations.POST, { who: owner, body: { email: 'sofia@exemple.fr', role: 'couturier' } });
    await callRaw(meExport.GET, { who: client });
    await call(password.POST, { who: client, body: { current: PASSWORD, next: 'une autre phrase bien à moi' } });
    await call(sessionsEndAll.POST, { who: await person(db(), 'couturier'), method: 'POST' });
    expect(await kinds()).toEqual([
      'roleChanged',
      'roleChanged',
      'accountClosed',
      'accountOpened',
      'settingsChanged',
      'invited',
      'ownDataExported',
      'passwordChanged',
      'sessionsEnded',
    ]);
    const all = await acts(db()).find().sort({ _id: 1 }).toArray();
    expect(all[0]).toMatchObject({ detail: { from: 'couturier', to: 'owner' }, notice: 'newPower' });
    expect(all[4]?.detail).toEqual({ paths: ['quoteDefaults.depositPercent'] });
  });

  it('is not written when it is not done, and nothing is done that is not written', async () => {
    const id = couturier.actor.id.toHexString();
    const stopped = inTransaction(db(), async (session) => {
      await recordAct(db(), { kind: 'roleChanged', by: owner.actor.id }, session);
      throw new Error('stopped here');
    });
    await expect(stopped).rejects.toThrow('stopped here');
    const refused = await call(staffOne.PATCH, {
      who: couturier,
      method: 'PATCH',
      params: { id },
      body: { role: 'owner' },
    });
    expect(refused.status).toBe(403);
    expect(await kinds()).toEqual([]);
  });
});

describe('the door', () => {
  it('writes who of the house came in, and a device nobody has seen; a client’s coming is theirs', async () => {
    await signIn(couturier.actor.email, PASSWORD);
    await signIn(client.actor.email, 'une autre phrase bien à moi');
    await afterwardsDone();
    const act = await only();
    expect(act).toMatchObject({ kind: 'signedIn', notice: 'newDevice' });
    expect(act.by?.accountId.equals(couturier.actor.id)).toBe(true);
  });

  it('writes who was refused and from where, without the address that was typed, and says when it happens often', async () => {
    for (let tries = 0; tries < 6; tries += 1) {
      const { response } = await signIn(couturier.actor.email, 'faux', { address: '198.51.100.4' });
      expect(response.status).toBe(401);
      await afterwardsDone();
    }
    await signIn('personne@exemple.fr', 'faux');
    await afterwardsDone();
    const all = await acts(db()).find().sort({ _id: 1 }).toArray();
    expect(all.map(({ kind }) => kind)).toEqual(Array(7).fill('signInRefused'));
    expect(all.map(({ notice }) => notice).filter(Boolean)).toEqual(['refusedOften']);
    expect(all[0]?.of?.subjectId.equals(couturier.actor.id)).toBe(true);
    expect(all[0]?.where?.address).toBe('198.51.100.4');
    expect(all[6]?.of).toBeUndefined();
    const text = JSON.stringify(all);
    for (const word of ['personne@exemple.fr', couturier.actor.email, 'faux']) expect(text).not.toContain(word);
  });
});

describe('the thread', () => {
  const write = async (count: number) => {
    for (let n = 0; n < count; n += 1)
      await recordAct(db(), {
        kind: 'roleChanged',
        by: owner.actor.id,
        of: { kind: 'account', id: couturier.actor.id },
      });
  };

  it('sews each line to the one before, once, by whoever comes first', async () => {
    await write(5);
    await Promise.all([sewActs(db()), sewActs(db())]);
    await write(1);
    await sewActs(db());
    const all = await acts(db()).find().sort({ seq: 1 }).toArray();
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await checkActs(db())).toEqual({ lines: 6, whole: true });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a line that is taken out', () => acts(db()).deleteOne({ seq: 2 })],
    ['the last line taken out', () => acts(db()).deleteOne({ seq: 4 })],
    ['another detail', () => acts(db()).updateOne({ seq: 2 }, { $set: { 'detail.to': 'owner' } })],
    ['another time', () => acts(db()).updateOne({ seq: 2 }, { $set: { at: new Date(0) } })],
    ['another person', () => acts(db()).updateOne({ seq: 2 }, { $set: { 'by.accountId': client.actor.id } })],
  ])('shows %s', async (_, tamper) => {
    await write(4);
    await sewActs(db());
    expect((await checkActs(db())).whole).toBe(true);
    await tamper();
    expect((await checkActs(db())).whole).toBe(false);
  });

  it('goes on where it was killed between a line and its end', async () => {
    await write(2);
    await sewActs(db());
    const second = await acts(db()).findOne({ seq: 1 });
    await actHead(db()).updateOne({ _id: 'acts' }, { $set: { seq: 1, hash: second?.hash ?? '' } });
    await write(1);
    await sewActs(db());
    expect(await checkActs(db())).toEqual({ lines: 3, whole: true });
  });

  it('still holds when a person is erased and when years have passed, without their names', async () => {
    const who = await person(db(), 'client');
    await recordAct(db(), { kind: 'passwordChanged', by: who.actor.id });
    await recordAct(db(), {
      kind: 'filesMerged',
      by: owner.actor.id,
      of: { kind: 'client', id: who.actor.clientId! },
      at: new Date(Date.now() - 6 * 365 * DAY_MS),
    });
    await sewActs(db());
    await erasePerson(db(), who.actor.clientId!, owner.actor.id);
    const [first, second, third] = await acts(db()).find().sort({ _id: 1 }).toArray();
    expect([first?.by, second?.of, third?.of]).toEqual([undefined, undefined, undefined]);
    expect(second?.by?.accountId.equals(owner.actor.id)).toBe(true);
    expect(third).toMatchObject({ kind: 'personErased', detail: { to: 'nothing' } });
    await fadeActs(db());
    expect((await acts(db()).findOne({ kind: 'filesMerged' }))?.by).toBeUndefined();
    await tendActs(db());
    expect((await actHead(db()).findOne({ _id: 'acts' }))?.checked).toMatchObject({ lines: 3, whole: true });
  });
});

describe('the owner', () => {
  it('reads it page by page, by who, whom, what and when', async () => {
    for (let n = 0; n < 5; n += 1)
      await recordAct(db(), {
        kind: n % 2 ? 'roleChanged' : 'clientsExported',
        by: n === 4 ? couturier.actor.id : owner.actor.id,
        of: n % 2 ? { kind: 'account', id: couturier.actor.id } : undefined,
        at: new Date(Date.UTC(2026, 10, 20 + n, 12)),
      });
    const first = await read({ limit: '3' });
    const second = await read({ limit: '3', cursor: first.body.nextCursor ?? '' });
    const all = [...first.body.items, ...second.body.items];
    expect(all.map(({ at }) => at.slice(8, 10))).toEqual(['24', '23', '22', '21', '20']);
    expect(second.body.nextCursor).toBeNull();
    const count = async (query: Record<string, string>) => (await read(query)).body.items.length;
    expect(await count({ by: couturier.actor.id.toHexString() })).toBe(1);
    expect(await count({ of: couturier.actor.id.toHexString() })).toBe(2);
    expect(await count({ group: 'takeaways' })).toBe(3);
    expect(await count({ from: '2026-11-21', to: '2026-11-22' })).toBe(2);
    expect(all[1]).toMatchObject({
      by: { name: 'Inès Haddad' },
      of: { kind: 'account', name: 'Claire Morel' },
    });
    const beside = await readJournal(db(), owner.actor as StaffActor, { group: 'takeaways' });
    expect(beside).toMatchObject({ lines: 0, checked: null, found: 3, notices: [] });
  });

  it('takes it away as a table, which is a line too', async () => {
    await recordAct(db(), { kind: 'clientsExported', by: couturier.actor.id, detail: { count: 214 } });
    await sewActs(db());
    const answer = await callRaw(exportRoute.GET, { who: owner, query: { locale: 'fr' } });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = await answer.text();
    expect(text).toContain('"Claire Morel";"Dossiers emportés";""');
    expect(text).toContain('214 lignes');
    expect(await kinds()).toEqual(['clientsExported', 'journalExported']);
  });

  it('is the only one who reads it', async () => {
    for (const route of [journal, exportRoute]) {
      for (const who of [couturier, client]) expect((await callRaw(route.GET, { who })).status).toBe(403);
      expect((await callRaw(route.GET)).status).toBe(401);
    }
  });
});
