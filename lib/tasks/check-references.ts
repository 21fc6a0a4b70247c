import type { ObjectId } from 'mongodb';
import { isActiveStaff } from '../auth/staff-names';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { toOptionalId } from '../db/ids';
import { notFound } from '../errors';
import { orderSummaries } from '../orders/order-summaries';

interface References {
  orderId?: string | null;
  clientId?: string | null;
  assigneeId?: string | null;
}

/**
 * The ids a task names, after a look that they are there and that the assignee works here.
 * @throws AppError not_found otherwise.
 */
export async function checkReferences(
  db: Database,
  input: References,
): Promise<{ orderId?: ObjectId; clientId?: ObjectId; assigneeId?: ObjectId }> {
  const orderId = toOptionalId(input.orderId ?? undefined);
  const clientId = toOptionalId(input.clientId ?? undefined);
  const assigneeId = toOptionalId(input.assigneeId ?? undefined);
  if (orderId && (await orderSummaries(db, [orderId])).size === 0) throw notFound();
  if (clientId && !(await findClientById(db, clientId))) throw notFound();
  if (assigneeId && !(await isActiveStaff(db, assigneeId))) throw notFound();
  return { orderId, clientId, assigneeId };
}
