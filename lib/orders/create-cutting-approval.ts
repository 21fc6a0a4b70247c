import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { attachFiles } from '../files/attach-files';
import { freezePicture, type FrozenPicture } from '../files/freeze-picture';
import type { Announce } from './announce';
import { changeOrder, type Deciding } from './change-order';
import type { CuttingApproval, CuttingSheet } from './documents';
import { currencyOf, priceOf } from './dto';
import { findPlates } from './plates';
import type { CreateApprovalInput } from './schemas';
import type { OrderDto } from './answers';

/** Three groups of four hex digits, short enough to read aloud, from the SHA-256 of the whole sheet. */
export const fingerprintOf = (sheet: CuttingSheet): string =>
  (createHash('sha256').update(JSON.stringify(sheet)).digest('hex').slice(0, 12).match(/.{4}/g) ?? []).join(' ');

/** The picture that is signed: the one that was chosen, else what the order is shown by on that day. */
async function pictureOf(
  db: Database,
  { actor, order, session }: Deciding,
  chosen: string | undefined,
): Promise<FrozenPicture | undefined> {
  const target = { kind: 'order', id: order._id } as const;
  const shown = chosen ?? (await findPlates(db, [order])).get(order._id.toHexString())?.image?.id;
  if (shown === undefined) return undefined;
  const id = new ObjectId(shown);
  if (chosen !== undefined) await attachFiles(db, actor, [id], target, session);
  return freezePicture(db, id, target, session);
}

/**
 * Draws up the bon à couper: one frozen sheet of the order as it stands. It replaces an earlier sheet, which stays on record.
 * @throws AppError not_found (the order, or a picture that is not the order's or the caller's), action_not_allowed (not accepted
 *   yet, or already cut).
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
    const picture = await pictureOf(db, deciding, input.imageFileId);
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
