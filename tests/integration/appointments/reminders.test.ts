import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { PATCH as edit } from '@/app/api/appointments/[id]/route';
import { POST as cancel } from '@/app/api/appointments/[id]/cancel/route';
import { type AppointmentDocument, appointments, reminders } from '@/lib/appointments/documents';
import { sendReminders } from '@/lib/appointments/send-reminders';
import { DAY_MS, HOUR_MS } from '@/lib/calendar';
import { formatDay } from '@/lib/i18n/format';
import { notifications } from '@/lib/notifications/documents';
import { editSettings } from '@/lib/notifications/settings';
import { sendDueMails } from '@/lib/jobs/send-due-mails';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { mailsTo } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

/** A Tuesday at three in Paris; every test books a couturier of its own. */
const START = new Date('2099-11-24T14:00:00Z');
const before = (hours: number, start = START) => new Date(start.getTime() - hours * HOUR_MS);

async function booked(
  fields: Partial<AppointmentDocument> = {},
): Promise<{ id: string; client: Person; couturier: Person }> {
  const [client, couturier] = [
    await person(db(), 'client', 'Awa Diallo'),
    await person(db(), 'couturier', 'Claire Morel'),
  ];
  const _id = new ObjectId();
  await appointments(db()).insertOne({
    _id,
    kind: 'fitting',
    clientId: client.actor.clientId ?? new ObjectId(),
    couturierId: couturier.actor.id,
    start: START,
    minutes: 45,
    status: 'confirmed',
    proposedBy: 'house',
    settledAt: before(100),
    createdAt: before(200),
    updatedAt: before(100),
    version: 1,
    ...fields,
  });
  return { id: _id.toHexString(), client, couturier };
}
const told = async (who: Person) =>
  (await notifications(db()).find({ accountId: who.actor.id }).sort({ createdAt: 1, _id: 1 }).toArray()).map(
    ({ title }) => title.fr.replaceAll('\u00A0', ' '),
  );

describe('reminders', () => {
  it('go to both people a day and two hours before, by the bell and by e-mail', async () => {
    const { client, couturier } = await booked();
    await sendReminders(db(), before(25));
    expect(await told(client)).toEqual([]);
    await sendReminders(db(), before(24));
    await sendDueMails(db(), before(24));
    await sendReminders(db(), before(2));
    await sendDueMails(db(), before(2));
    for (const who of [client, couturier]) {
      expect(await told(who)).toEqual(['Rappel : essayage, mar. 24 nov. à 15 h 00', 'Bientôt : essayage à 15 h 00']);
      expect(await mailsTo(db(), who.actor.email)).toHaveLength(2);
    }
    const [rung] = await notifications(db()).find({ accountId: client.actor.id }).toArray();
    expect(rung?.text.en.replaceAll('\u00A0', ' ')).toBe('With Claire Morel, 45 min.');
  });

  it('leave once, of many rounds and of two processes at once', async () => {
    const { id, client } = await booked();
    await Promise.all([1, 2, 3, 4].map(() => sendReminders(db(), before(23))));
    await sendReminders(db(), before(20));
    expect(await told(client)).toHaveLength(1);
    expect(await reminders(db()).countDocuments({ appointmentId: new ObjectId(id) })).toBe(1);
  });

  it('say nothing of an hour that is proposed, cancelled, done or past', async () => {
    for (const status of ['proposed', 'cancelled', 'done'] as const) {
      const { client } = await booked({ status });
      await sendReminders(db(), before(24));
      expect([status, await told(client)]).toEqual([status, []]);
    }
    const { client } = await booked();
    await sendReminders(db(), before(-1));
    expect(await told(client)).toEqual([]);
  });

  it('are not sent late by a house that was away, and the next one is in time', async () => {
    const { client } = await booked();
    await sendReminders(db(), before(6));
    expect(await told(client)).toEqual([]);
    await sendReminders(db(), before(1));
    expect(await told(client)).toEqual(['Bientôt : essayage à 15 h 00']);
    const { client: other } = await booked();
    await sendReminders(db(), before(0.25));
    expect(await told(other)).toEqual([]);
  });

  it('are armed again by a move, for the new hour alone', async () => {
    const [start, moved] = [new Date(Date.now() + 90 * DAY_MS), new Date(Date.now() + 97 * DAY_MS)];
    const { id, client, couturier } = await booked({ start, settledAt: new Date(), createdAt: new Date() });
    await sendReminders(db(), before(24, start));
    const answer = await call(edit, {
      who: couturier,
      method: 'PATCH',
      params: { id },
      body: { version: 1, start: moved.toISOString() },
    });
    expect(answer.status).toBe(200);
    await sendReminders(db(), before(2, start));
    await sendReminders(db(), before(24, moved));
    const day = (at: Date) => formatDay('fr', at).replaceAll('\u00A0', ' ');
    expect((await told(client)).filter((title) => /Rappel|Bientôt/.test(title))).toEqual([
      expect.stringContaining(`Rappel : essayage, ${day(start)}`),
      expect.stringContaining(`Rappel : essayage, ${day(moved)}`),
    ]);
  });

  it('and a cancelling at the same moment leave one truth', async () => {
    const { id, client, couturier } = await booked();
    const [, answer] = await Promise.all([
      sendReminders(db(), before(24)),
      call(cancel, { who: couturier, method: 'POST', params: { id }, body: {} }),
    ]);
    expect(answer.status).toBe(200);
    const reminded = (await told(client)).filter((title) => title.startsWith('Rappel'));
    expect(reminded.length).toBe(await reminders(db()).countDocuments({ appointmentId: new ObjectId(id) }));
    await sendReminders(db(), before(2));
    expect((await told(client)).filter((title) => title.startsWith('Bientôt'))).toEqual([]);
  });

  it('take the way their reader chose', async () => {
    const { client, couturier } = await booked();
    await editSettings(db(), client.actor, { kinds: { appointment: { email: false } } });
    await editSettings(db(), couturier.actor, { kinds: { appointment: { app: false, email: false } } });
    await sendReminders(db(), before(24));
    await sendDueMails(db(), before(24));
    expect([await told(client), await mailsTo(db(), client.actor.email)]).toEqual([
      ['Rappel : essayage, mar. 24 nov. à 15 h 00'],
      [],
    ]);
    expect([await told(couturier), await mailsTo(db(), couturier.actor.email)]).toEqual([[], []]);
  });
});
