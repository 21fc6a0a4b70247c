import webPush from 'web-push';
import { type AccountDocument, accounts, sessions } from '../auth/documents';
import { openSessions } from '../auth/session-life';
import { DAY_SECONDS } from '../calendar';
import type { Database } from '../db/client';
import { log } from '../log';
import { publicUrl } from '../mail/public-url';
import { notifications, type PushSubscriptionDocument, pushSubscriptions } from '../notifications/documents';
import { isPushService, pushKeys } from '../notifications/push-keys';
import { waysOf } from '../notifications/rules';
import { inLanguage } from '../i18n/bilingual';
import { settingsOf } from '../notifications/settings';

/** Notifications of one round; the others leave with the next. */
const AT_ONCE = 200;
const PATIENCE_MS = 10_000;
/** A device that was off for a day is told nothing old. */
const TTL_SECONDS = DAY_SECONDS;

/** The devices of one person whose session is still open. */
async function devicesOf(
  db: Database,
  { _id: accountId, role }: Pick<AccountDocument, '_id' | 'role'>,
  now: Date,
): Promise<PushSubscriptionDocument[]> {
  const devices = await pushSubscriptions(db).find({ accountId }).toArray();
  const open = await sessions(db)
    .find({
      _id: { $in: devices.map(({ sessionId }) => sessionId) },
      ...openSessions(role, now),
    })
    .toArray();
  const ids = new Set(open.map(({ _id }) => _id));
  return devices.filter(({ sessionId }) => ids.has(sessionId));
}

async function push(
  db: Database,
  device: PushSubscriptionDocument,
  payload: string,
  keys: { publicKey: string; privateKey: string },
): Promise<boolean> {
  if (!isPushService(device.endpoint)) return false;
  try {
    const { endpoint, method, headers, body } = webPush.generateRequestDetails(
      { endpoint: device.endpoint, keys: device.keys },
      payload,
      { TTL: TTL_SECONDS, vapidDetails: { subject: vapidSubject(), ...keys } },
    );
    const answer = await fetch(endpoint, {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // The browser took the subscription back: nobody will ever listen there again.
    if (answer.status === 404 || answer.status === 410) await pushSubscriptions(db).deleteOne({ _id: device._id });
    else if (!answer.ok) log().warn({ status: answer.status }, 'a push service refused a message');
    return answer.ok;
  } catch (error) {
    log().warn({ err: error }, 'a push message could not leave');
    return false;
  }
}

/** Whom a push service may turn to: the house's public address, where that is a real one. */
const vapidSubject = (): string => {
  const url = publicUrl('/');
  return url.startsWith('https:') ? url : 'mailto:maison@fashionflow.test';
};

/**
 * Sends unread notifications to their readers' devices; taken before it is sent, so that of two processes
 * one sends it. Of a message its words are shown only where its reader wants them on the screen of a device.
 * @returns how many messages a push service took
 */
export async function sendDuePushes(db: Database, now = new Date()): Promise<number> {
  const keys = pushKeys();
  if (!keys) return 0;
  let sent = 0;
  for (let taken = 0; taken < AT_ONCE; taken += 1) {
    const due = await notifications(db).findOneAndUpdate(
      { pushAt: { $lte: now }, read: false },
      { $unset: { pushAt: '' } },
      { sort: { pushAt: 1 } },
    );
    if (!due) break;
    const account = await accounts(db).findOne({ _id: due.accountId, disabled: false });
    const settings = await settingsOf(db, due.accountId);
    if (!account || !waysOf(settings, due.kind).push) continue;
    const { locale } = account;
    const payload = JSON.stringify({
      title: inLanguage(due.title, locale),
      text: due.kind === 'message' && !settings.words ? '' : inLanguage(due.text, locale),
      url: `/${locale}${due.href}`,
      tag: due.group ?? due._id.toHexString(),
    });
    const devices = await devicesOf(db, account, now);
    const went = await Promise.all(devices.map((device) => push(db, device, payload, keys)));
    sent += went.filter(Boolean).length;
  }
  return sent;
}
