import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { freezePaper } from './note-agreement';
import { findNoted, withNoted } from './noted-agreements';
import type { KeepPaperInput } from './schemas';
import type { OrderDto } from './answers';

/**
 * The photograph of a paper that was signed comes to the agreement the house noted. Once: what is kept is not replaced.
 * @throws AppError not_found (no such noted agreement, or a file that is not the caller's), action_not_allowed, paper_kept,
 *   file_type_refused.
 */
export const keepPaper = (
  db: Database,
  actor: Actor,
  id: string,
  { fileId, ...which }: KeepPaperInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async (deciding) => {
    const noted = findNoted(deciding.order, which);
    if (!noted) throw new AppError('not_found');
    if (noted.paper) throw new AppError('paper_kept');
    deciding.demand('keepPaper');
    const paper = await freezePaper(db, deciding, fileId);
    return {
      changes: withNoted(deciding, which, { paper }),
      events: [{ type: 'paperKept', data: { ...which, paperFileId: paper.fileId.toHexString() } }],
    };
  });
