import type { LinkClientFile } from '../auth/accept-invitation';
import { AppError } from '../errors';
import { foldText } from '../text';
import { createClientFile } from './create-client';
import { demandOwnName } from './demand-own-name';
import { findClientById } from './find-client';
import { linkClientAccount } from './link-account';

/** The file of an invited client: the one they were invited to, else a new one. */
export const linkInvitedClient: LinkClientFile = async (db, person, session) => {
  const { accountId, name, email } = person;
  if (!person.clientId) {
    await demandOwnName(db, name);
    return (await createClientFile(db, { name, email, accountId }, session))._id;
  }
  try {
    const file = await findClientById(db, person.clientId, session);
    // Whom the atelier knows by such a name bears it.
    if (foldText(file?.name ?? '') !== foldText(name)) await demandOwnName(db, name);
    await linkClientAccount(db, { clientId: person.clientId, accountId }, session);
  } catch (error) {
    // The file was merged away or got its account in the meantime: the link has nothing left to open.
    if (error instanceof AppError && error.code !== 'name_reserved')
      throw new AppError('token_invalid', { cause: error });
    throw error;
  }
  return person.clientId;
};
