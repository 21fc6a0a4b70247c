import type { Locale, StaffActor } from '../actor';
import { createInvitation } from '../auth/create-invitation';
import type { InvitationDto } from '../auth/schemas';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { findClientById } from './find-client';

/**
 * Invites a client, to the file that is there or to a new one.
 * @throws AppError not_found for an unknown file, conflict for one that already has an account.
 */
export async function inviteClient(
  db: Database,
  actor: StaffActor,
  input: { email: string; clientId?: string; locale: Locale },
): Promise<InvitationDto> {
  const clientId = input.clientId === undefined ? undefined : toId(input.clientId);
  if (clientId) {
    const file = await findClientById(db, clientId);
    if (!file || file.archived) throw notFound();
    if (file.accountId) throw new AppError('conflict');
  }
  return createInvitation(db, actor, { email: input.email, role: 'client', clientId, locale: input.locale });
}
