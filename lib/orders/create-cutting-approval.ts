import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { attachFiles } from '../files/attach-files';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import type { CuttingApproval, CuttingSheet } from './documents';
import { currencyOf, priceOf } from './dto';
import type { CuttingApprovalInput, OrderDto } from './schemas';

/** Three groups of four hex digits, short enough to read aloud, from the SHA-256 of the whole sheet. */
export const fingerprintOf = (sheet: CuttingSheet): string =>
  (createHash('sha256').update(JSON.stringify(sheet)).digest('hex').slice(0, 12).match(/.{4}/g) ?? []).join(' ');

/**
 * Draws up the bon à couper: one frozen sheet of the order as it stands. It replaces an earlier sheet, which stays on record.
 * @throws AppError not_found (the order, or a picture that is not the order's or the caller's), action_not_allowed (not accepted
 *   yet, or already cut).
 */
export const createCuttingApproval = (
  db: Database,
  actor: Actor,
  id: string,
  input: CuttingApprovalInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async ({ order, by, house, clientName, now, session, demand }) => {
    demand('createApproval');
    const imageFileId = input.imageFileId === undefined ? undefined : new ObjectId(input.imageFileId);
    if (imageFileId) await attachFiles(db, actor, [imageFileId], { kind: 'order', id: order._id }, session);
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
      imageFileId,
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
