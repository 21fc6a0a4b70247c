import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { attachFiles } from '../files/attach-files';
import { files } from '../files/documents';
import { freezePicture, type FrozenPicture } from '../files/freeze-picture';
import { isImageType, takenNames } from '../files/rules';
import type { Announce } from './announce';
import { changeOrder, type Deciding } from './change-order';
import type { CuttingApproval, CuttingSheet } from './documents';
import { currencyOf, priceOf } from './dto';
import { findPictures, ownPictures } from './pictures';
import { findPlates } from './plates';
import type { CreateApprovalInput } from './schemas';
import type { OrderDto } from './answers';

/** Three groups of four hex digits, short enough to read aloud, from the SHA-256 of the whole sheet. */
export const fingerprintOf = (sheet: CuttingSheet): string =>
  (createHash('sha256').update(JSON.stringify(sheet)).digest('hex').slice(0, 12).match(/.{4}/g) ?? []).join(' ');

/**
 * The picture that is signed: the one that was chosen; without a choice the drawing of the model, where nothing else was brought.
 * @throws AppError not_found, file_type_refused; picture_required where there is something to choose, or marks lie on nothing.
 */
async function pictureOf(
  db: Database,
  { actor, order, session }: Deciding,
  { imageFileId: chosen, callouts }: CreateApprovalInput,
): Promise<FrozenPicture | undefined> {
  const target = { kind: 'order', id: order._id } as const;
  const pictures = await findPictures(db, order, session);
  const plate = (await findPlates(db, [order])).get(order._id.toHexString());
  const drawing = plate?.modelId ? plate.image?.id : undefined;
  if (chosen === undefined && ownPictures(pictures).length > 0) throw new AppError('picture_required');
  const shown = chosen ?? drawing;
  if (shown === undefined) {
    if (callouts.length > 0) throw new AppError('picture_required');
    return undefined;
  }
  const id = new ObjectId(shown);
  if (shown !== drawing && !pictures.some(({ _id }) => _id.equals(id))) {
    // What lies here for the atelier alone stays the atelier's: only a free file of the caller's may come.
    const file = await files(db).findOne({ _id: id, ownerId: actor.id, attachedTo: { $exists: false } }, { session });
    if (!file) throw new AppError('not_found');
    if (!isImageType(file.mime)) throw new AppError('file_type_refused', { values: { taken: takenNames('avatar') } });
    await attachFiles(db, actor, [id], target, session);
  }
  return freezePicture(db, id, target, session);
}

/**
 * Draws up the bon à couper: one frozen sheet of the order as it stands. It replaces an earlier sheet, which stays on record.
 * @throws AppError not_found (the order, or a picture that is not the order's or the caller's), action_not_allowed (not accepted
 *   yet, or already cut), picture_required, file_type_refused.
 */
export const createCuttingApproval = (
  db: Database,
  actor: Actor,
  id: string,
  input: CreateApprovalInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async (deciding) => {
    const { order, by, house, clientName, now, demand } = deciding;
    demand('createApproval');
    const picture = await pictureOf(db, deciding, input);
    const price = priceOf(order);
    const option = (name: string) => (typeof order.options[name] === 'string' ? order.options[name] : undefined);
    const sheet: CuttingSheet = {
      number: order.number,
      title: order.title,
      garment: order.garment,
      clientName,
      description: order.description,
      options: order.options,
      fabric: input.fabric ?? option('fabric'),
      lining: input.lining ?? option('lining'),
      imageFileId: picture?.fileId,
      imageSha256: picture?.sha256,
      callouts: input.callouts,
      note: input.note,
      price: price === undefined ? undefined : { amount: price, currency: currencyOf(order, house.currency) },
      deliveryDate: order.promisedDate ?? order.desiredDate,
      measurements: order.measurementSnapshot,
      revision: order.revision,
    };
    const approval: CuttingApproval = {
      n: order.cuttingApprovals.length + 1,
      sheet,
      fingerprint: fingerprintOf(sheet),
      createdAt: now,
      createdBy: by,
      signatures: [],
    };
    return {
      changes: { cuttingApprovals: [...order.cuttingApprovals, approval] },
      events: [{ type: 'approvalCreated', data: { n: approval.n, fingerprint: approval.fingerprint } }],
    };
  });
