import { jwtVerify, SignJWT } from 'jose';
import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { accounts } from './documents';
import type { Database } from '../db/client';
import { env } from '../env';
import { notFound } from '../errors';
import { keyOf, signingKey } from '../secrets';
import { type MailStopDto } from '../notifications/schemas';
import { CHOSEN_KINDS, type ChosenKind } from '../notifications/words';
import { editSettings, settingsOf } from '../notifications/settings';

const AUDIENCE = 'fashionflow-mail-stop';

const claims = z.object({ sub: z.string().regex(/^[0-9a-f]{24}$/), kind: z.enum(CHOSEN_KINDS) });

/**
 * Signs what stops the e-mails of one kind to one account. It stops (and resumes) that and nothing else, so it never ends:
 * somebody may want no more of them years after the last.
 */
export async function signMailStop(accountId: ObjectId, kind: ChosenKind): Promise<string> {
  const { kid, bytes } = await signingKey(env().AUTH_SECRET ?? '', 'mailStop');
  return new SignJWT({ kind })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setSubject(accountId.toHexString())
    .setAudience(AUDIENCE)
    .sign(bytes);
}

/** Whose e-mails of which kind a link stops; `undefined` for one that is not ours. */
async function read(token: string): Promise<{ id: ObjectId; kind: ChosenKind } | undefined> {
  try {
    const how = { audience: AUDIENCE, algorithms: ['HS256'] };
    const { payload } = await jwtVerify(token, keyOf(env().AUTH_SECRET ?? '', 'mailStop'), how);
    const { sub, kind } = claims.parse(payload);
    return { id: new ObjectId(sub), kind };
  } catch {
    return undefined;
  }
}

/**
 * What a link of a mail stops, and whether it is stopped; a person without an account any more gets none.
 * @throws AppError not_found for a link that is not ours.
 */
export async function readMailStop(db: Database, token: string): Promise<MailStopDto> {
  const asked = await read(token);
  if (!asked) throw notFound();
  return { kind: asked.kind, stopped: !(await settingsOf(db, asked.id)).kinds[asked.kind].email };
}

/**
 * Stops the e-mails a link stands for, or lets them come again, without a sign-in; again changes nothing. What waits to
 * leave does not leave: settings are asked at that moment.
 * @throws AppError not_found for a link that is not ours.
 */
export async function stopMails(db: Database, token: string, stopped: boolean): Promise<MailStopDto> {
  const asked = await read(token);
  if (!asked) throw notFound();
  const { id, kind } = asked;
  // Of who is gone nothing is kept, not even this.
  if ((await accounts(db).countDocuments({ _id: id }, { limit: 1 })) > 0)
    await editSettings(db, { id }, { kinds: { [kind]: { email: !stopped } } });
  return { kind, stopped };
}
