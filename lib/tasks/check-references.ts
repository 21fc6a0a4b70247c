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
 * The ids a task names, after a look that they are there, that the assignee works here, and that the order is the client's.
 * @param standing what the task names already, and keeps where nothing else is sent
 * @throws AppError not_found otherwise.
 */
export async function checkReferences(
  db: Database,
  input: References,
  standing: { orderId?: ObjectId; clientId?: ObjectId } = {},
): Promise<{ orderId?: ObjectId; clientId?: ObjectId; assigneeId?: ObjectId }> {
  const orderId = toOptionalId(input.orderId ?? undefined);
  const clientId = toOptionalId(input.clientId ?? undefined);
  const assigneeId = toOptionalId(input.assigneeId ?? undefined);
  const keptOrder = input.orderId === undefined && clientId ? standing.orderId : undefined;
  const asked = orderId ?? keptOrder;
  const order = asked && (await orderSummaries(db, [asked])).get(asked.toHexString());
  if (orderId && !order) throw notFound();
  const whose = input.clientId === undefined ? standing.clientId : clientId;
  if (order && whose && !order.clientId.equals(whose)) throw notFound();
  if (clientId && !(await findClientById(db, clientId))) throw notFound();
  if (assigneeId && !(await isActiveStaff(db, assigneeId))) throw notFound();
  return { orderId, clientId, assigneeId };
}
