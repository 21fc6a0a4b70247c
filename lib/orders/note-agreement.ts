import { ObjectId } from 'mongodb';
import { isStaff } from '../actor';
import { MINUTE_MS } from '../calendar';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { attachFiles } from '../files/attach-files';
import { freezePicture } from '../files/freeze-picture';
import { isImageType, takenNames } from '../files/rules';
import { dayKey } from '../i18n/format';
import type { Deciding } from './change-order';
import type { NotedAgreement, OrderDocument } from './documents';
import type { AcceptQuoteInput } from './schemas';

/** A clock of a telephone may be ahead of the house's. */
const CLOCK_MS = 5 * MINUTE_MS;

type Noting = Pick<Deciding, 'actor' | 'by' | 'now' | 'session'> & { order: Pick<OrderDocument, '_id'> };

/**
 * Keeps the photograph of a signed paper with the order, for ever: its bytes are known by their SHA-256, and nothing done to the
 * file reaches the record.
 * @throws AppError not_found for a file that is not the order's or the caller's, file_type_refused for one that is no picture.
 */
export async function freezePaper(
  db: Database,
  { actor, order, by, now, session }: Noting,
  fileId: string,
): Promise<NonNullable<NotedAgreement['paper']>> {
  const to = { kind: 'order', id: order._id } as const;
  const id = new ObjectId(fileId);
  const [file] = await attachFiles(db, actor, [id], to, session);
  if (!file || !isImageType(file.mime))
    throw new AppError('file_type_refused', { values: { taken: takenNames('avatar') } });
  return { ...(await freezePicture(db, id, to, session)), at: now, by };
}

/**
 * What is written when the house notes what a client without an account has agreed to: that it did, how it was told, by whom, when, in
 * which words, and the photograph of the paper where there is one. Nothing where the client acts.
 * @param since when what was agreed to was laid before the client
 * @throws AppError agreement_way_required when the house does not say how; agreement_day for an hour before `since` or to come.
 */
export async function noteAgreement(
  db: Database,
  deciding: Noting & Pick<Deciding, 'clientName'>,
  { how, words, givenBy, givenAt, paperFileId }: AcceptQuoteInput,
  since: Date,
): Promise<NotedAgreement> {
  if (!isStaff(deciding.actor)) return {};
  if (!how) throw new AppError('agreement_way_required');
  if (givenAt && (givenAt.getTime() > deciding.now.getTime() + CLOCK_MS || dayKey(givenAt) < dayKey(since)))
    throw new AppError('agreement_day');
  return {
    onBehalf: true,
    noted: {
      how,
      ...(words ? { words } : {}),
      ...(givenBy && givenBy !== deciding.clientName ? { givenBy } : {}),
      ...(givenAt ? { givenAt } : {}),
    },
    ...(paperFileId ? { paper: await freezePaper(db, deciding, paperFileId) } : {}),
  };
}

/** What the event of the timeline says of it. */
export const notedData = ({ onBehalf, noted, paper }: NotedAgreement): Record<string, unknown> => ({
  ...(onBehalf ? { onBehalf } : {}),
  ...(noted ? { how: noted.how } : {}),
  ...(noted?.givenBy ? { givenBy: noted.givenBy } : {}),
  ...(paper ? { paperFileId: paper.fileId.toHexString() } : {}),
});
