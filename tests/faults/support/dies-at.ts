import { MongoClient, ObjectId } from 'mongodb';
import { accounts } from '../../../lib/auth/documents';
import { followConversation } from '../../../lib/chat/follow-conversation';
import { sendMessage } from '../../../lib/chat/send-message';
import { DAY_MS } from '../../../lib/calendar';
import { dayKey } from '../../../lib/i18n/format';
import { closePeriod } from '../../../lib/ledger/close-periods';
import { recordPayment } from '../../../lib/orders/record-payment';
import { database } from '../../../lib/db/client';

/**
 * Does one piece of work and ends itself, as `kill -9` would, at one of its steps: each command to the database has two,
 * before it is sent and after it was answered. Ends with code 0 when the work has fewer steps than that.
 */
const [uri = '', name = '', step = '', work = '', subjectId = '', accountId = '', clientMessageId = ''] =
  process.argv.slice(2);

const client = new MongoClient(uri, {
  monitorCommands: true,
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  ignoreUndefined: true,
});
let steps = 0;
const count = () => {
  steps += 1;
  if (steps === Number(step)) process.kill(process.pid, 'SIGKILL');
};
await client.connect();
const db = database(client, name);
const account = await accounts(db).findOne({ _id: new ObjectId(accountId) });
if (!account) throw new Error('no such account');
client.on('commandStarted', count).on('commandSucceeded', count);
const { _id: id, role, email, locale, clientId } = account;
const actor = { id, role, name: account.name, email, locale, clientId, sessionId: '' };
if (work === 'follow') await followConversation(db, new ObjectId(subjectId));
else if (work === 'pay') {
  const amount = { amount: 1_00, currency: 'EUR' };
  const input = { kind: 'balance', amount, method: 'cash', paidAt: new Date() } as const;
  await recordPayment(db, actor, subjectId, input, async () => undefined);
} else if (work === 'close') {
  // A day further with each step: whatever came of the one before, this one can be closed.
  const now = new Date(Date.now() + Number(subjectId) * DAY_MS);
  const by = { id: accountId, name: account.name };
  await closePeriod(db, { span: 'day', period: dayKey(now), by, currency: 'EUR', program: '1', now });
} else await sendMessage(db, actor, subjectId, { clientMessageId, type: 'text', content: 'Un mot' });
process.stdout.write(`${steps}\n`);
process.exit(0);
