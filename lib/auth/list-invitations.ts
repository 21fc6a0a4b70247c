import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { tokens } from './documents';
import { toInvitation } from './dto';
import type { InvitationDto } from './schemas';

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
