import type { ObjectId } from 'mongodb';
import type { Locale, Role, StaffActor } from '../actor';
import { DAY_MS } from '../calendar';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { getHouse } from '../house/get-house';
import { publicUrl } from '../mail/public-url';
import { sendMail } from '../mail/send-mail';
import { paths } from '../paths';
import { AppError } from '../errors';
import { accounts, type TokenDocument, tokens } from './documents';
import { toInvitation } from './dto';
import { type InvitationDto } from './schemas';
import { INVITATION_DAYS } from './words';
import { hashSecret, newSecret } from './secret-token';

const INVITATION_MS = INVITATION_DAYS * DAY_MS;

/**
 * Writes an invitation and sends its link. A new one to the same address and role replaces the one before.
 * @throws AppError forbidden when a couturier invites staff; email_taken when the address has an account (staff may know).
 */
export async function createInvitation(
  db: Database,
  actor: StaffActor,
  input: { email: string; role: Role; clientId?: ObjectId; locale: Locale },
): Promise<InvitationDto> {
  if (input.role !== 'client' && actor.role !== 'owner') throw new AppError('forbidden');
  if (await accounts(db).findOne({ email: input.email }, { projection: { _id: 1 } })) throw new AppError('email_taken');
  const secret = newSecret();
  const now = new Date();
  const token: TokenDocument = {
    _id: newId(),
    kind: 'invitation',
    hash: hashSecret(secret),
    email: input.email,
    role: input.role,
    clientId: input.clientId,
    invitedBy: actor.id,
    locale: input.locale,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_MS),
  };
  await tokens(db).updateMany(
    // An owner's invitation to work here is not a couturier's to replace.
    { kind: 'invitation', email: input.email, role: input.role, usedAt: { $exists: false } },
    { $set: { usedAt: now } },
  );
  await tokens(db).insertOne(token);
  await recordAct(db, {
    kind: 'invited',
    by: actor.id,
    of: input.clientId && { kind: 'client', id: input.clientId },
    detail: { to: input.role },
    notice: input.role === 'owner' ? 'newPower' : undefined,
  });
  const house = await getHouse(db);
  await sendMail(db, {
    to: input.email,
    locale: input.locale,
    template: input.role === 'client' ? 'invitationClient' : 'invitationStaff',
    data: {
      inviter: actor.name,
      house: house.name,
      url: publicUrl(`/${input.locale}${paths.invitation(secret)}`),
      expiresAt: token.expiresAt,
    },
  });
  return toInvitation(token);
}
