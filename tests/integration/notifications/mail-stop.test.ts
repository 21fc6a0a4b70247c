import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { DELETE, POST } from '@/app/api/mail-stops/[token]/route';
import { accounts } from '@/lib/auth/documents';
import { newId } from '@/lib/db/ids';
import { env } from '@/lib/env';
import { sendDueMails } from '@/lib/jobs/send-due-mails';
import { signMailStop } from '@/lib/auth/mail-stop';
import { notify } from '@/lib/notifications/notify';
import type { MailStopDto } from '@/lib/notifications/schemas';
import { settingsOf } from '@/lib/notifications/settings';
import { signingKey } from '@/lib/secrets';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { mailsTo } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

const NOW = new Date('2026-11-23T10:00:00Z');
const LATE = new Date('2026-11-23T10:06:00Z');

const ring = (who: Person, kind: 'message' | 'quote' = 'message') =>
  notify(
    db(),
    {
      accountId: who.actor.id,
      clientId: null,
      kind,
      title: { fr: 'Inès vous a écrit', en: 'Inès wrote to you' },
      text: { fr: 'Bonjour', en: 'Hello' },
      href: '/account',
    },
    undefined,
    NOW,
  );
const mailed = async (who: Person) => (await mailsTo(db(), who.actor.email)).length;
/** As a mail program asks: no origin, no cookie, a form with one field. */
const oneClick = async (token: string) => {
  const request = new Request(`http://maison.test/api/mail-stops/${token}`, {
    method: 'POST',
    headers: { host: 'maison.test', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  const answer = await POST(request, { params: Promise.resolve({ token }) });
  return { status: answer.status, body: (await answer.json()) as MailStopDto & { code?: string } };
};
const mails = async (who: Person) => (await settingsOf(db(), who.actor.id)).kinds;

describe('the link of a mail that stops such mails', () => {
  it('stands in the mail for people and in its head for mail programs, and is the same address', async () => {
    const who = await person(db(), 'client');
    await ring(who);
    await sendDueMails(db(), LATE);
    const [mail] = await mailsTo(db(), who.actor.email);
    const token = /\/fr\/mail-stop\/([\w.-]+)"/.exec(mail?.html ?? '')?.[1] ?? '';
    expect(mail?.html).toContain('Ne plus recevoir ces e-mails');
    const folder = join(env().DATA_DIR, 'mails');
    const eml = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    const heads = await Promise.all(eml.map((name) => readFile(join(folder, name), 'utf8')));
    const head = heads.find((text) => text.includes(`To: ${who.actor.email}`))?.split(/\r?\n\r?\n/)[0] ?? '';
    const unfolded = head.replace(/\r?\n[ \t]+/g, '');
    expect(unfolded).toContain(`/api/mail-stops/${token}>`);
    expect(unfolded).toMatch(/List-Unsubscribe-Post: ?List-Unsubscribe=One-Click/);
    expect((await oneClick(token)).body).toEqual({ kind: 'message', stopped: true });
    await ring(who);
    await sendDueMails(db(), LATE);
    expect(await mailed(who)).toBe(1);
  });

  it('stops one kind of one account, as often as it is asked, and also what waits to leave', async () => {
    const [who, other] = [await person(db(), 'client'), await person(db(), 'client')];
    await ring(who);
    await ring(who, 'quote');
    await ring(other);
    const token = await signMailStop(who.actor.id, 'message');
    for (let again = 0; again < 3; again += 1)
      expect(await oneClick(token)).toEqual({ status: 200, body: { kind: 'message', stopped: true } });
    expect((await mails(who)).message).toEqual({ app: true, email: false, push: true });
    expect((await mails(who)).quote.email).toBe(true);
    expect((await mails(other)).message.email).toBe(true);
    await sendDueMails(db(), LATE);
    expect([await mailed(who), await mailed(other)]).toEqual([1, 1]);
  });

  it('can be taken back from its page, by no other site', async () => {
    const who = await person(db(), 'couturier');
    const token = await signMailStop(who.actor.id, 'message');
    await oneClick(token);
    const foreign = new Request(`http://maison.test/api/mail-stops/${token}`, {
      method: 'DELETE',
      headers: { host: 'maison.test', origin: 'http://ailleurs.test' },
    });
    expect((await DELETE(foreign, { params: Promise.resolve({ token }) })).status).toBe(403);
    const back = await call<MailStopDto>(DELETE, { method: 'DELETE', params: { token } });
    expect([back.status, back.body]).toEqual([200, { kind: 'message', stopped: false }]);
    expect((await mails(who)).message.email).toBe(true);
  });

  it('is worth nothing when it is forged, of another use, or of somebody who is gone', async () => {
    const who = await person(db(), 'client');
    const sub = who.actor.id.toHexString();
    const good = await signMailStop(who.actor.id, 'message');
    const sign = (key: Uint8Array, claims: Record<string, unknown>, audience: string, kid: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).setSubject(sub).setAudience(audience).sign(key);
    const stop = await signingKey(env().AUTH_SECRET ?? '', 'mailStop');
    const ticket = await signingKey(env().AUTH_SECRET ?? '', 'ticket');
    const ours = 'fashionflow-mail-stop';
    const [head, body, seal] = good.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const [what, token] of [
      ['another key', await sign(new Uint8Array(32).fill(7), { kind: 'message' }, ours, stop.kid)],
      ['a key of another use', await sign(ticket.bytes, { kind: 'message' }, ours, ticket.kid)],
      ['another audience', await sign(stop.bytes, { kind: 'message' }, 'fashionflow-realtime', stop.kid)],
      ['no kind of mail', await sign(stop.bytes, { kind: 'account' }, ours, stop.kid)],
      ['no seal', `${head}.${body}.`],
      ['no algorithm', `${none}.${body}.`],
      ['cut', good.slice(0, -3)],
      ['another body', `${head}.${Buffer.from(`{"kind":"quote","sub":"${sub}"}`).toString('base64url')}.${seal}`],
      ['nothing', 'x'],
    ] as const)
      expect((await oneClick(token)).status, what).toBe(404);
    expect((await mails(who)).message.email).toBe(true);

    const gone = newId();
    expect((await oneClick(await signMailStop(gone, 'message'))).status).toBe(200);
    expect((await settingsOf(db(), gone)).kinds.message.email, 'nothing is kept of who is gone').toBe(true);
    await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { disabled: true } });
    expect((await oneClick(good)).body).toEqual({ kind: 'message', stopped: true });
  });
});
