import { beforeAll, describe, expect, it } from 'vitest';
import { GET, PATCH } from '@/app/api/me/notification-settings/route';
import { GET as list } from '@/app/api/notifications/route';
import { PUT as keepDevice } from '@/app/api/push-subscriptions/route';
import { accounts } from '@/lib/auth/documents';
import { notifications } from '@/lib/notifications/documents';
import { notify } from '@/lib/notifications/notify';
import { MAIL_DELAY_MS } from '@/lib/notifications/rules';
import {
  type NotificationPageDto,
  type NotificationSettings,
  type NotificationSettingsDto,
} from '@/lib/notifications/schemas';
import { CHOSEN_KINDS, type NotificationKind } from '@/lib/notifications/words';
import { readGroup } from '@/lib/notifications/read-notifications';
import { sendDueMails } from '@/lib/jobs/send-due-mails';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { mailsTo } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const LATE = new Date(NOW.getTime() + MAIL_DELAY_MS);
const choose = (who: Person | undefined, body: unknown) =>
  call<NotificationSettings & { code?: string }>(PATCH, { who, method: 'PATCH', body });
const ring = (who: Person, kind: NotificationKind = 'quote', group?: string, now = NOW) =>
  notify(
    db(),
    {
      accountId: who.actor.id,
      clientId: null,
      kind,
      title: { fr: 'Votre devis', en: 'Your quote' },
      text: { fr: 'Prêt', en: 'Ready' },
      href: '/account',
      group,
    },
    undefined,
    now,
  );
const bells = async (who: Person) => (await call<NotificationPageDto>(list, { who })).body;
const mailed = async (who: Person) => (await mailsTo(db(), who.actor.email)).length;

describe('the choices', () => {
  it('are everybody’s own, and a visitor’s not at all', async () => {
    expect((await call(GET)).status).toBe(401);
    expect((await choose(undefined, {})).status).toBe(401);
    for (const role of ['client', 'couturier', 'owner'] as const) {
      const [who, other] = [await person(db(), role), await person(db(), role)];
      expect((await choose(who, { kinds: { quote: { email: false } } })).body.kinds.quote).toEqual({
        app: true,
        email: false,
        push: true,
      });
      expect((await call<NotificationSettings>(GET, { who: other })).body.kinds.quote.email).toBe(true);
    }
    const gone = await person(db(), 'client', undefined, { disabled: true });
    expect((await choose(gone, {})).status).toBe(401);
  });

  it('change one by one: two devices never undo each other', async () => {
    const who = await person(db(), 'client');
    await Promise.all(CHOSEN_KINDS.map((kind) => choose(who, { kinds: { [kind]: { app: false } } })));
    await choose(who, { quiet: { from: '21:00', to: '08:00' } });
    const { body } = await call<NotificationSettings>(GET, { who });
    expect(Object.values(body.kinds)).toEqual(CHOSEN_KINDS.map(() => ({ app: false, email: true, push: true })));
    expect(body.quiet).toEqual({ from: '21:00', to: '08:00' });
    expect((await choose(who, { quiet: null })).body.quiet).toBeNull();
  });

  it('refuse what they do not know', async () => {
    const who = await person(db(), 'client');
    for (const body of [
      { kinds: { weather: { app: true } } },
      { kinds: { quote: { pigeon: true } } },
      { kinds: { quote: { app: 'yes' } } },
      { quiet: { from: '25:00', to: '08:00' } },
      { quiet: { from: '08:00', to: '08:00' } },
      { mute: true },
    ])
      expect([body, (await choose(who, body)).status]).toEqual([body, 400]);
  });
});

describe('the bell and the e-mail', () => {
  it('ring at once, and write what is still unread after a while, once', async () => {
    const who = await person(db(), 'client');
    await ring(who);
    expect((await bells(who)).unread).toBe(1);
    await sendDueMails(db(), later(1));
    expect(await mailed(who)).toBe(0);
    await Promise.all([sendDueMails(db(), LATE), sendDueMails(db(), LATE)]);
    await sendDueMails(db(), later(60));
    const [mail, ...more] = await mailsTo(db(), who.actor.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ template: 'notification', subject: 'Votre devis' });
    expect(mail?.html).toContain('/fr/account/settings#notifications');
  });

  it('write nothing of what was read meanwhile, wherever it was read', async () => {
    const who = await person(db(), 'client');
    await ring(who, 'message', 'conversation:x');
    await readGroup(db(), who.actor.id, 'conversation:x');
    await sendDueMails(db(), LATE);
    expect(await mailed(who)).toBe(0);
  });

  it('write once of a conversation, however many words wait in it', async () => {
    const who = await person(db(), 'client');
    for (const minute of [0, 2, 4]) await ring(who, 'message', 'conversation:y', later(minute));
    await sendDueMails(db(), LATE);
    expect(await mailed(who)).toBe(1);
    await ring(who, 'message', 'conversation:y', later(30));
    await sendDueMails(db(), later(90));
    expect(await mailed(who)).toBe(1);
    await readGroup(db(), who.actor.id, 'conversation:y');
    await ring(who, 'message', 'conversation:y', later(100));
    await sendDueMails(db(), later(110));
    expect(await mailed(who)).toBe(2);
  });

  it('take only the way that was chosen', async () => {
    const [mute, paperless, deaf] = [
      await person(db(), 'client'),
      await person(db(), 'client'),
      await person(db(), 'client'),
    ];
    await choose(mute, { kinds: { quote: { app: false } } });
    await choose(paperless, { kinds: { quote: { email: false } } });
    await choose(deaf, { kinds: { quote: { app: false, email: false } } });
    for (const who of [mute, paperless, deaf]) {
      await ring(who);
      await ring(who, 'order');
    }
    await sendDueMails(db(), LATE);
    const seen = async (who: Person) => [
      (await bells(who)).items.map(({ kind }) => kind),
      (await bells(who)).unread,
      await mailed(who),
    ];
    expect(await seen(mute)).toEqual([['order'], 1, 2]);
    expect(await seen(paperless)).toEqual([['order', 'quote'], 2, 1]);
    expect(await seen(deaf)).toEqual([['order'], 1, 1]);
  });

  it('keep quiet hours, and heed a choice made after the bell', async () => {
    const [sleeper, changed] = [await person(db(), 'client'), await person(db(), 'client')];
    await choose(sleeper, { quiet: { from: '09:00', to: '13:00' } });
    await ring(sleeper);
    await ring(changed);
    await choose(changed, { kinds: { quote: { email: false } } });
    await sendDueMails(db(), later(60));
    expect([await mailed(sleeper), await mailed(changed)]).toEqual([0, 0]);
    await sendDueMails(db(), new Date('2026-11-23T12:00:00Z'));
    expect([await mailed(sleeper), await mailed(changed)]).toEqual([1, 0]);
  });

  it('write to no account that was closed', async () => {
    const who = await person(db(), 'client');
    await ring(who);
    await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { disabled: true } });
    await sendDueMails(db(), LATE);
    expect(await mailed(who)).toBe(0);
    expect(await notifications(db()).countDocuments({ mailAt: { $lte: LATE }, read: false })).toBe(0);
  });
});

describe('push messages', () => {
  it('are not there in a house without keys', async () => {
    const who = await person(db(), 'client');
    expect((await call<NotificationSettingsDto>(GET, { who })).body.pushKey).toBeNull();
    const keys = { p256dh: 'x'.repeat(87), auth: 'x'.repeat(22) };
    const body = { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys };
    expect((await call(keepDevice, { who, method: 'PUT', body })).status).toBe(404);
    await ring(who);
    expect(await notifications(db()).countDocuments({ pushAt: { $exists: true } })).toBe(0);
  });
});
