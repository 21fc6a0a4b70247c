import { AUDIT_INDEXES } from '../audit/indexes';
import { AUTH_INDEXES } from '../auth/indexes';
import { DAY_SECONDS } from '../calendar';
import { CHAT_INDEXES } from '../chat/indexes';
import { CLIENT_INDEXES } from '../clients/indexes';
import { FITTING_INDEXES } from '../fittings/indexes';
import { FILE_INDEXES } from '../files/indexes';
import { LEDGER_INDEXES } from '../ledger/indexes';
import { MAIL_INDEXES } from '../mail/indexes';
import { MODEL_INDEXES } from '../models/indexes';
import { NOTIFICATION_INDEXES } from '../notifications/indexes';
import { ORDER_INDEXES } from '../orders/indexes';
import { PARTY_INDEXES } from '../parties/indexes';
import { APPOINTMENT_INDEXES } from '../appointments/indexes';
import { TASK_INDEXES } from '../tasks/indexes';
import type { CollectionIndexes } from '../db/indexes';

/** Every index of the house; each domain declares its own in its `indexes.ts` and is listed here. */
export const ALL_INDEXES: readonly CollectionIndexes[] = [
  ...AUDIT_INDEXES,
  ...AUTH_INDEXES,
  ...CHAT_INDEXES,
  ...CLIENT_INDEXES,
  ...FILE_INDEXES,
  ...FITTING_INDEXES,
  ...MAIL_INDEXES,
  ...LEDGER_INDEXES,
  ...MODEL_INDEXES,
  ...NOTIFICATION_INDEXES,
  ...ORDER_INDEXES,
  ...PARTY_INDEXES,
  ...TASK_INDEXES,
  ...APPOINTMENT_INDEXES,
  {
    collection: 'idempotencyKeys',
    indexes: [{ key: { createdAt: 1 }, expireAfterSeconds: DAY_SECONDS, serves: 'forgetting keys after a day' }],
  },
];
