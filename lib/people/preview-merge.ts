import type { StaffActor } from '../actor';
import { appointments } from '../appointments/documents';
import { conversations } from '../chat/documents';
import { measurementSets } from '../clients/documents';
import { toClient } from '../clients/dto';
import type { MergePreviewDto } from '../clients/schemas';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { favourites } from '../models/documents';
import { orders } from '../orders/documents';
import { tasks } from '../tasks/documents';
import { findPair, haveTwoAccounts } from './merge-clients';

/**
 * What merging a file into another would do: the two files, and how much would follow.
 * @throws AppError not_found, merge_same_file.
 */
export async function previewMerge(
  db: Database,
  _actor: StaffActor,
  id: string,
  input: { intoId: string },
): Promise<MergePreviewDto> {
  const pair = await findPair(db, { fromId: toId(id), intoId: toId(input.intoId) });
  const theirs = { clientId: pair.from._id };
  const [orderCount, measurements, appointmentCount, taskCount, conversationCount, favouriteCount] = await Promise.all([
    orders(db).countDocuments(theirs),
    measurementSets(db).countDocuments(theirs),
    appointments(db).countDocuments(theirs),
    tasks(db).countDocuments(theirs),
    conversations(db).countDocuments(theirs),
    favourites(db).countDocuments(theirs),
  ]);
  return {
    from: toClient(pair.from),
    into: toClient(pair.into),
    follows: {
      orders: orderCount,
      measurements,
      appointments: appointmentCount,
      tasks: taskCount,
      conversations: conversationCount,
      favourites: favouriteCount,
    },
    refusal: haveTwoAccounts(pair) ? 'merge_two_accounts' : undefined,
  };
}
