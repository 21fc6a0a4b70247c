import type { StaffActor } from '../actor';
import { toClient } from '../clients/dto';
import type { MergePreviewDto } from '../clients/schemas';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { ALL_TRACES } from './all-traces';
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
  const follows: MergePreviewDto['follows'] = {
    orders: 0,
    measurements: 0,
    appointments: 0,
    tasks: 0,
    conversations: 0,
    favourites: 0,
  };
  for (const { count } of ALL_TRACES) Object.assign(follows, await count?.(db, pair.from._id));
  return {
    from: toClient(pair.from),
    into: toClient(pair.into),
    follows,
    refusal: haveTwoAccounts(pair) ? 'merge_two_accounts' : undefined,
  };
}
