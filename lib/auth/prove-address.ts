import type { Actor, Locale } from '../actor';
import { DAY_MS } from '../calendar';
import { type Database, inTransaction } from '../db/client';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { publicUrl } from '../mail/public-url';
import { sendMail } from '../mail/send-mail';
import { paths } from '../paths';
import { type AccountDocument, accounts, tokens } from './documents';
import { hashSecret, newSecret } from './secret-token';
import { findToken, spendToken } from './spend-token';

/** How long the link of a mail is good. */
const PROOF_DAYS = 7;

/**
 * A link that shows, once it is opened by whoever is signed in with this account, that the address is read by them.
 * @returns its address, for a mail to nobody else
 */
export async function newAddressProof(
  db: Database,
  { id, email, locale }: { id: AccountDocument['_id']; email: string; locale: Locale },
): Promise<string> {
  const secret = newSecret();
  const now = new Date();
  await tokens(db).insertOne({
    _id: newId(),
    kind: 'address',
    hash: hashSecret(secret),
    email,
    accountId: id,
    locale,
    createdAt: now,
    expiresAt: new Date(now.getTime() + PROOF_DAYS * DAY_MS),
  });
  return publicUrl(`/${locale}${paths.proveAddress(secret)}`);
}

/** Sends such a link, unless the address is proved. */
export async function sendAddressProof(db: Database, actor: Actor): Promise<void> {
  const account = await accounts(db).findOne({ _id: actor.id, disabled: false });
  if (!account || account.emailProvedAt) return;
  const { email, locale, name } = account;
  const url = await newAddressProof(db, { id: account._id, email, locale });
  await sendMail(db, { to: email, locale, template: 'proveAddress', data: { name, url } });
}

/** What a link means to whoever has it open: it can be used, its work is done, or it is none of theirs. */
export async function readAddressProof(
  db: Database,
  actor: Pick<Actor, 'id'>,
  secret: string,
): Promise<'open' | 'proved' | 'unknown'> {
  const [account, token] = await Promise.all([
    accounts(db).findOne({ _id: actor.id }, { projection: { emailProvedAt: 1 } }),
    findToken(db, 'address', secret),
  ]);
  if (account?.emailProvedAt) return 'proved';
  return token?.accountId?.equals(actor.id) ? 'open' : 'unknown';
}

/**
 * Notes that the address is its person's: the link came to the mailbox, and the session is the account's. Neither alone would do:
 * whoever opened an account with somebody else's address would have it confirmed by its owner's curiosity.
 * @throws AppError token_invalid for a link that is another account's, has served or has expired.
 */
export async function proveAddress(db: Database, actor: Pick<Actor, 'id'>, secret: string): Promise<void> {
  if ((await readAddressProof(db, actor, secret)) === 'proved') return;
  await inTransaction(db, async (session) => {
    const token = await spendToken(db, 'address', secret, session);
    if (!token.accountId?.equals(actor.id)) throw new AppError('token_invalid');
    const now = new Date();
    await accounts(db).updateOne(
      { _id: actor.id, email: token.email },
      { $set: { emailProvedAt: now, updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
  });
}
