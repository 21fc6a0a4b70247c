import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { publicUrl } from '../mail/public-url';
import { paths } from '../paths';
import { tokens } from './documents';
import { toInvitation } from './dto';
import type { InvitationDto, InvitationLinkDto } from './schemas';
import { hashSecret, newSecret } from './secret-token';

/** Invitations that wait for their person: all for the owner, to clients only for a couturier. */
const visible = (actor: StaffActor) => ({
  kind: 'invitation' as const,
  usedAt: { $exists: false },
  expiresAt: { $gt: new Date() },
  ...(actor.role === 'owner' ? {} : { role: 'client' as const }),
});

/** The open invitations, newest first. */
export async function listInvitations(db: Database, actor: StaffActor): Promise<InvitationDto[]> {
  const open = await tokens(db).find(visible(actor)).sort({ createdAt: -1, _id: -1 }).limit(200).toArray();
  return open.map(toInvitation);
}

/** Takes an invitation back: its link stops working. */
export async function withdrawInvitation(db: Database, actor: StaffActor, id: ObjectId): Promise<void> {
  const token = await tokens(db).findOneAndUpdate({ _id: id, ...visible(actor) }, { $set: { usedAt: new Date() } });
  if (!token) throw notFound();
  await recordAct(db, { kind: 'invitationWithdrawn', by: actor.id, detail: { to: token.role ?? 'client' } });
}

/**
 * A link that the owner hands over themselves, for who is to work here: only its hash is kept, so it takes the place of the one that
 * went out by e-mail. A client's invitation stays with their mailbox: nobody of the house opens an account in a client's name.
 * @throws AppError not_found for what is no open invitation to the staff
 */
export async function handInvitation(db: Database, actor: StaffActor, id: ObjectId): Promise<InvitationLinkDto> {
  const secret = newSecret();
  const token = await tokens(db).findOneAndUpdate(
    { ...visible(actor), _id: id, role: { $in: ['couturier', 'owner'] } },
    { $set: { hash: hashSecret(secret), handed: true } },
    { returnDocument: 'after' },
  );
  if (!token) throw notFound();
  return { url: publicUrl(`/${token.locale}${paths.invitation(secret)}`) };
}
