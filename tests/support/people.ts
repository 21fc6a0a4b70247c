import { randomBytes } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Actor, Role } from '@/lib/actor';
import { type AccountDocument, accounts, sessions } from '@/lib/auth/documents';
import { HOUR_MS } from '@/lib/calendar';
import { clients } from '@/lib/clients/documents';
import { clientSearchFields } from '@/lib/clients/search-fields';
import type { Database } from '@/lib/db/client';

let count = 0;

/** A person of a test: an account with a session, and a client file for a client. */
export async function makePerson(
  db: Database,
  role: Role,
  options: { name?: string; available?: boolean; disabled?: boolean } = {},
): Promise<Actor> {
  count += 1;
  const now = new Date();
  const _id = new ObjectId();
  const name = options.name ?? `${role} ${count}`;
  const clientId = role === 'client' ? await makeFile(db, name, _id) : undefined;
  const account: AccountDocument = {
    _id,
    email: `person-${count}-${randomBytes(4).toString('hex')}@fashionflow.test`,
    name,
    role,
    locale: 'fr',
    disabled: options.disabled ?? false,
    ...(clientId ? { clientId } : {}),
    ...(role === 'client'
      ? {}
      : {
          profile: {
            speciality: { fr: 'Flou', en: 'Flou' },
            bio: { fr: '', en: '' },
            available: options.available ?? true,
            weeklyHours: 35,
            workingDays: [1, 2, 3, 4, 5],
          },
        }),
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await accounts(db).insertOne(account);
  const sessionId = randomBytes(16).toString('hex');
  await sessions(db).insertOne({
    _id: sessionId,
    accountId: _id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + HOUR_MS),
    userAgent: 'test',
  });
  return { id: _id, role, name, email: account.email, locale: 'fr', clientId, sessionId };
}

/** A client file, with or without an account. */
export async function makeFile(db: Database, name: string, accountId?: ObjectId): Promise<ObjectId> {
  const _id = new ObjectId();
  const now = new Date();
  await clients(db).insertOne({
    _id,
    name,
    tags: [],
    archived: false,
    ...(accountId ? { accountId } : {}),
    ...clientSearchFields({ name }),
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
  return _id;
}
