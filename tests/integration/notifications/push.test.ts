import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { GET as readSettings, PATCH as editSettings } from '@/app/api/me/notification-settings/route';
import { DELETE, PUT } from '@/app/api/push-subscriptions/route';
import { sessions } from '@/lib/auth/documents';
import { pushSubscriptions } from '@/lib/notifications/documents';
import { notify } from '@/lib/notifications/notify';
import { readGroup } from '@/lib/notifications/read-notifications';
import type { NotificationSettingsDto } from '@/lib/notifications/schemas';
import type { NotificationKind } from '@/lib/notifications/words';
import { sendDuePushes } from '@/lib/jobs/send-due-pushes';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

/** The decryption of RFC 8188, as a browser does it; the library brings it along and nothing declares it. */
const { decrypt } = createRequire(import.meta.url)('http_ece') as {
  decrypt: (body: Buffer, options: { version: string; privateKey: unknown; authSecret: string }) => Buffer;
};

const received: { path: string; body: Buffer; authorization: string }[] = [];
/** A push service on loopback; `/gone…` answers that nobody listens there any more. */
const service = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const path = request.url ?? '';
    received.push({ path, body: Buffer.concat(chunks), authorization: request.headers.authorization ?? '' });
    response.writeHead(path.startsWith('/gone') ? 410 : path.startsWith('/busy') ? 503 : 201).end();
  });
});
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
const ORIGIN = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
const keys = webPush.generateVAPIDKeys();
// Before anything reads the environment, which is parsed once.
process.env['VAPID_PUBLIC_KEY'] = keys.publicKey;
process.env['VAPID_PRIVATE_KEY'] = keys.privateKey;
process.env['PUSH_ORIGINS'] = ORIGIN;

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));
beforeEach(() => {
  received.length = 0;
});
afterAll(() => new Promise<void>((resolve) => service.close(() => resolve())));

/** A browser: its keys, and how it reads what it gets. */
function browser(path = `/${randomBytes(6).toString('hex')}`) {
  const own = createECDH('prime256v1');
  const secret = randomBytes(16).toString('base64url');
  const subscription = {
    endpoint: `${ORIGIN}${path}`,
    keys: { p256dh: own.generateKeys().toString('base64url'), auth: secret },
  };
  const got = () =>
    received
      .filter((one) => one.path === path)
      .map(
        ({ body }) =>
          JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: own, authSecret: secret }).toString()) as Record<
            string,
            string
          >,
      );
  return { subscription, path, got };
}
const keep = (who: Person | undefined, body: unknown) => call(PUT, { who, method: 'PUT', body });
const ring = (who: Person, kind: NotificationKind = 'quote', group?: string) =>
  notify(db(), {
    accountId: who.actor.id,
    clientId: null,
    kind,
    title: { fr: 'Awa vous a écrit', en: 'Awa wrote to you' },
    text: { fr: '« Le secret »', en: '“The secret”' },
    href: '/atelier/messages',
    group,
  });

describe('a device', () => {
  it('is kept for whoever is signed in, and given back by them alone', async () => {
    const { subscription } = browser();
    expect((await keep(undefined, subscription)).status).toBe(401);
    const [who, other] = [await person(db(), 'client'), await person(db(), 'client')];
    expect((await keep(who, subscription)).status).toBe(204);
    const end = (by: Person) => call(DELETE, { who: by, method: 'DELETE', body: { endpoint: subscription.endpoint } });
    expect((await end(other)).status).toBe(204);
    expect(await pushSubscriptions(db()).countDocuments({ accountId: who.actor.id })).toBe(1);
    expect((await end(who)).status).toBe(204);
    expect(await pushSubscriptions(db()).countDocuments({ accountId: who.actor.id })).toBe(0);
  });

  it('follows whoever asked last on it', async () => {
    const { subscription, got } = browser();
    const [first, second] = [await person(db(), 'client'), await person(db(), 'client')];
    const twice = await Promise.all([keep(first, subscription), keep(first, subscription)]);
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    await keep(second, subscription);
    await ring(first);
    await sendDuePushes(db());
    expect(got()).toEqual([]);
  });

  it('is refused where it would make the house knock at any other address, or says nothing sensible', async () => {
    const who = await person(db(), 'client');
    const { subscription } = browser();
    for (const endpoint of ['http://127.0.0.1:1/x', 'https://example.com/x', 'https://fcm.googleapis.com.evil.test/x'])
      expect([endpoint, (await keep(who, { ...subscription, endpoint })).status]).toEqual([endpoint, 422]);
    for (const body of [
      { endpoint: subscription.endpoint },
      { ...subscription, endpoint: 'file:///etc/passwd' },
      { ...subscription, userId: 'x' },
    ])
      expect((await keep(who, body)).status).toBe(400);
    expect((await keep(who, { ...subscription, endpoint: 'https://fcm.googleapis.com/fcm/send/x' })).status).toBe(204);
  });

  it('learns the house’s key from the settings', async () => {
    const who = await person(db(), 'client');
    expect((await call<NotificationSettingsDto>(readSettings, { who })).body.pushKey).toBe(keys.publicKey);
  });
});

describe('a push message', () => {
  it('says what the bell says, once, encrypted and signed; of a message only who wrote', async () => {
    const who = await person(db(), 'couturier');
    const device = browser();
    await keep(who, device.subscription);
    await ring(who);
    await ring(who, 'message', 'conversation:z');
    await Promise.all([sendDuePushes(db()), sendDuePushes(db())]);
    await sendDuePushes(db());
    const url = '/fr/atelier/messages';
    expect(device.got().sort((a, b) => (b['text'] ?? '').localeCompare(a['text'] ?? ''))).toEqual([
      { title: 'Awa vous a écrit', text: '« Le secret »', url, tag: expect.any(String) },
      { title: 'Awa vous a écrit', text: '', url, tag: 'conversation:z' },
    ]);
    expect(received[0]?.authorization).toMatch(/^vapid t=.+, k=/);
    await call(editSettings, { who, method: 'PATCH', body: { words: true } });
    await ring(who, 'message', 'conversation:z');
    await sendDuePushes(db());
    expect(device.got().at(-1)?.['text']).toBe('« Le secret »');
  });

  it('reaches no device of a closed session, and none for what was read, muted or is quiet', async () => {
    const who = await person(db(), 'client');
    const device = browser();
    await keep(who, device.subscription);
    await ring(who, 'message', 'conversation:r');
    await readGroup(db(), who.actor.id, 'conversation:r');
    await call(editSettings, { who, method: 'PATCH', body: { kinds: { order: { push: false } } } });
    await ring(who, 'order');
    await sendDuePushes(db());
    expect(device.got()).toEqual([]);
    await sessions(db()).updateOne({ _id: who.actor.sessionId }, { $set: { revokedAt: new Date() } });
    await ring(who);
    await sendDuePushes(db());
    expect(device.got()).toEqual([]);
  });

  it('takes away a device that is gone, and keeps one whose service is busy', async () => {
    const who = await person(db(), 'client');
    const [gone, busy, well] = [browser('/gone/1'), browser('/busy/1'), browser()];
    for (const { subscription } of [gone, busy, well]) await keep(who, subscription);
    await ring(who);
    expect(await sendDuePushes(db())).toBe(1);
    const left = await pushSubscriptions(db()).find({ accountId: who.actor.id }).toArray();
    expect(left.map(({ endpoint }) => endpoint).sort()).toEqual(
      [busy.subscription.endpoint, well.subscription.endpoint].sort(),
    );
  });
});
