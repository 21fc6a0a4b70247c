import type { ClientSession, UpdateFilter } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { dayStart } from '../calendar';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { type AccountDocument, accounts } from './documents';
import { toMe } from './dto';
import { getMe } from './get-me';
import type { MeDto, EditMeInput } from './schemas';

/**
 * Changes my own account: name, language, and for staff the public profile and availability.
 * @throws AppError forbidden when a client sends a staff field; stale_version with `current`.
 */
export async function editMe(db: Database, actor: Actor, input: EditMeInput, session?: ClientSession): Promise<MeDto> {
  const { version, backOn, awayWord, readyReplies, available, speciality, bio, ...own } = input;
  const asksStaff = [backOn, awayWord, readyReplies, available, speciality, bio].some((value) => value !== undefined);
  if (asksStaff && !isStaff(actor)) throw new AppError('forbidden');
  const set: Record<string, unknown> = { ...own, updatedAt: new Date() };
  const unset: Record<string, ''> = {};
  if (available !== undefined) set['profile.available'] = available;
  if (speciality) set['profile.speciality'] = speciality;
  if (bio) set['profile.bio'] = bio;
  if (awayWord) set['profile.awayWord'] = awayWord;
  else if (awayWord === '') unset['profile.awayWord'] = '';
  if (readyReplies) set['profile.readyReplies'] = readyReplies;
  else if (readyReplies === null) unset['profile.readyReplies'] = '';
  // A return date only means something while one is away.
  if (available === true || backOn === null) unset['profile.backOn'] = '';
  else if (backOn) set['profile.backOn'] = new Date(dayStart(backOn));
  const update: UpdateFilter<AccountDocument> = {
    $set: set,
    $inc: { version: 1 },
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
  };
  const after = await accounts(db).findOneAndUpdate({ _id: actor.id, version }, update, {
    returnDocument: 'after',
    session,
  });
  if (!after) throw new AppError('stale_version', { extra: { current: await getMe(db, actor) } });
  return toMe(after);
}
