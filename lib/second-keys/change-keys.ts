import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { type AccountDocument, accounts } from '../auth/documents';
import { endPowers } from '../auth/end-powers';
import { verifyPassword } from '../auth/password';
import { MINUTE_MS } from '../calendar';
import { type Database, inTransaction } from '../db/client';
import { AppError, notFound } from '../errors';
import { getHouse } from '../house/get-house';
import { newAppSecret, stepOf } from './app-codes';
import { hasKey, type SecondKeysDocument, secondKeys } from './documents';
import { askForNewPasskey, readNewPasskey, type Site } from './passkeys';
import { newCodes } from './recovery-codes';
import type {
  AddPasskeyInput,
  NewAppDto,
  ProveInput,
  RecoveryCodesDto,
  RemoveSecondKeyInput,
  SecondKeysDto,
} from './schemas';
import { seal, unseal } from './sealed';

const PENDING_MS = 15 * MINUTE_MS;
const MAX_PASSKEYS = 10;

async function demandPassword(db: Database, actor: StaffActor, { password }: ProveInput): Promise<void> {
  const account = await accounts(db).findOne({ _id: actor.id });
  if (!(await verifyPassword(account?.passwordHash, password))) throw new AppError('wrong_password');
}

/** My second keys. */
export async function readSecondKeys(db: Database, actor: StaffActor): Promise<SecondKeysDto> {
  const [keys, house] = await Promise.all([secondKeys(db).findOne({ _id: actor.id }), getHouse(db)]);
  return {
    app: keys?.app ? { createdAt: keys.app.createdAt.toISOString() } : null,
    passkeys: (keys?.passkeys ?? []).map(({ id, name, createdAt, usedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    })),
    codesLeft: keys?.codes.length ?? 0,
    required: house.secondKeyRequired,
  };
}

/** Whether I have a second key. */
export const hasOwnKey = async (db: Database, actor: StaffActor): Promise<boolean> =>
  hasKey(await secondKeys(db).findOne({ _id: actor.id }));

/** Says on the account whether it has a second key: every request asks that. */
const mark = (db: Database, accountId: ObjectId, has: boolean, session: ClientSession) =>
  accounts(db).updateOne({ _id: accountId }, has ? { $set: { secondKey: true } } : { $unset: { secondKey: '' } }, {
    session,
  });

/** Writes a new key, with codes for the day it is lost where there are none yet. @returns the codes, to be told once */
async function addKey(
  db: Database,
  actor: StaffActor,
  key: { to: 'app' | 'passkey'; change: (keys: SecondKeysDocument) => Partial<SecondKeysDocument> },
): Promise<RecoveryCodesDto> {
  const fresh = await newCodes();
  return inTransaction(db, async (session) => {
    const keys = await secondKeys(db).findOne({ _id: actor.id }, { session });
    if (!keys) throw new AppError('second_key_wrong');
    const bare = keys.codes.length === 0;
    await secondKeys(db).updateOne(
      { _id: actor.id },
      {
        $set: { ...key.change(keys), ...(bare ? { codes: fresh.hashes } : {}), updatedAt: new Date() },
        $unset: { pending: '' },
      },
      { session },
    );
    await mark(db, actor.id, true, session);
    await recordAct(db, { kind: 'secondKeyAdded', by: actor.id, detail: { to: key.to } }, session);
    return { codes: bare ? fresh.codes : [] };
  });
}

/**
 * Begins to add an app with codes: its secret, told once. It counts when a code of it was shown.
 * @throws AppError wrong_password.
 */
export async function beginApp(db: Database, actor: StaffActor, input: ProveInput): Promise<NewAppDto> {
  await demandPassword(db, actor, input);
  const made = newAppSecret(actor.email, (await getHouse(db)).name);
  await secondKeys(db).updateOne(
    { _id: actor.id },
    {
      $set: {
        pending: { sealed: await seal(made.secret), until: new Date(Date.now() + PENDING_MS) },
        updatedAt: new Date(),
      },
      $setOnInsert: { passkeys: [], codes: [] },
    },
    { upsert: true },
  );
  return made;
}

/**
 * Ends it: the app has shown a right code, and takes the place of the one before.
 * @throws AppError second_key_wrong.
 */
export async function confirmApp(db: Database, actor: StaffActor, input: { code: string }): Promise<RecoveryCodesDto> {
  const keys = await secondKeys(db).findOne({ _id: actor.id, 'pending.until': { $gt: new Date() } });
  const sealed = keys?.pending?.sealed;
  const opened = sealed && (await unseal(sealed));
  const step = opened ? stepOf(opened.text, input.code) : undefined;
  if (!sealed || step === undefined) throw new AppError('second_key_wrong');
  return addKey(db, actor, { to: 'app', change: () => ({ app: { sealed, step, createdAt: new Date() } }) });
}

/**
 * Begins to add a passkey: what the browser needs for it.
 * @throws AppError wrong_password.
 */
export async function beginPasskey(
  db: Database,
  actor: StaffActor,
  input: ProveInput,
  site: Site,
): Promise<{ challenge: string }> {
  await demandPassword(db, actor, input);
  return askForNewPasskey(db, actor, site, (await getHouse(db)).name);
}

/**
 * Ends it with the authenticator's answer.
 * @throws AppError second_key_wrong, too_many_open.
 */
export async function addPasskey(
  db: Database,
  actor: StaffActor,
  input: AddPasskeyInput,
  site: Site,
): Promise<RecoveryCodesDto> {
  const key = await readNewPasskey(db, actor.id, input.credential, site);
  if (!key) throw new AppError('second_key_wrong');
  return addKey(db, actor, {
    to: 'passkey',
    change: ({ passkeys }) => {
      if (passkeys.length >= MAX_PASSKEYS) throw new AppError('too_many_open');
      return { passkeys: [...passkeys, { ...key, name: input.name, createdAt: new Date() }] };
    },
  });
}

/**
 * New codes in the place of those that are left.
 * @throws AppError wrong_password, second_key_needed where there is no key they could stand for.
 */
export async function renewCodes(db: Database, actor: StaffActor, input: ProveInput): Promise<RecoveryCodesDto> {
  await demandPassword(db, actor, input);
  const { codes, hashes } = await newCodes();
  await inTransaction(db, async (session) => {
    const keys = await secondKeys(db).findOne({ _id: actor.id }, { session });
    if (!hasKey(keys)) throw new AppError('second_key_required');
    await secondKeys(db).updateOne({ _id: actor.id }, { $set: { codes: hashes, updatedAt: new Date() } }, { session });
    await recordAct(db, { kind: 'recoveryCodesMade', by: actor.id }, session);
  });
  return { codes };
}

/**
 * Takes one of my keys away; with the last one go the codes.
 * @param input.key `app`, or the id of a passkey
 * @throws AppError wrong_password, not_found, second_key_required for the last one where the owner asks for one.
 */
export async function removeOwnKey(db: Database, actor: StaffActor, input: RemoveSecondKeyInput): Promise<void> {
  await demandPassword(db, actor, input);
  const { secondKeyRequired } = await getHouse(db);
  await inTransaction(db, async (session) => {
    const keys = await secondKeys(db).findOne({ _id: actor.id }, { session });
    const passkeys = (keys?.passkeys ?? []).filter(({ id }) => id !== input.key);
    const app = input.key === 'app' ? undefined : keys?.app;
    if (!keys || (passkeys.length === keys.passkeys.length && app === keys.app)) throw notFound();
    const left = hasKey({ app, passkeys });
    if (!left && secondKeyRequired) throw new AppError('second_key_required');
    await secondKeys(db).updateOne(
      { _id: actor.id },
      {
        $set: { passkeys, ...(left ? {} : { codes: [] }), updatedAt: new Date() },
        ...(app ? {} : { $unset: { app: '' as const } }),
      },
      { session },
    );
    await mark(db, actor.id, left, session);
    await recordAct(
      db,
      { kind: 'secondKeyRemoved', by: actor.id, detail: { to: input.key === 'app' ? 'app' : 'passkey' } },
      session,
    );
  });
}

/**
 * An owner takes all second keys of somebody who lost them; every session and link of that account ends, so that whoever holds
 * them now is out.
 * @returns who is to be told
 * @throws AppError forbidden, not_found.
 */
export async function clearKeys(
  db: Database,
  actor: StaffActor,
  accountId: ObjectId,
): Promise<Pick<AccountDocument, 'email' | 'locale' | 'name'>> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  return inTransaction(db, async (session) => {
    const account = await accounts(db).findOne({ _id: accountId }, { session });
    if (!account) throw notFound();
    const gone = await secondKeys(db).deleteOne({ _id: accountId }, { session });
    if (gone.deletedCount === 0) throw notFound();
    await mark(db, accountId, false, session);
    await endPowers(db, accountId, { session });
    await recordAct(
      db,
      { kind: 'secondKeyRemoved', by: actor.id, of: { kind: 'account', id: accountId }, detail: { to: 'all' } },
      session,
    );
    return account;
  });
}
