import type { LinkClientFile } from '../auth/accept-invitation';
import { AppError } from '../errors';
import { createClientFile } from './create-client';
import { linkClientAccount } from './link-account';

/** The file of an invited client: the one they were invited to, else a new one. */
export const linkInvitedClient: LinkClientFile = async (db, person, session) => {
  if (!person.clientId) {
    const { accountId, name, email } = person;
    return (await createClientFile(db, { name, email, accountId }, session))._id;
  }
  try {
    await linkClientAccount(db, { clientId: person.clientId, accountId: person.accountId }, session);
  } catch (error) {
    // The file was merged away or got its account in the meantime: the link has nothing left to open.
    if (error instanceof AppError) throw new AppError('token_invalid', { cause: error });
    throw error;
  }
  return person.clientId;
};
