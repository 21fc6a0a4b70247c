import type { Document } from 'mongodb';
import { otherSide, type Side } from './rules';

const SIDES: readonly Side[] = ['client', 'couturier'];

const sidesWhere = (holds: (side: Side) => Document): Document => ({
  $concatArrays: SIDES.map((side) => ({ $cond: [holds(side), [side], []] })),
});

/**
 * The last stage of every update that moves a cursor or brings words: for whom something is unread, and whose answer is
 * waited for, as `standingOf` tells it. Kept, and not found out at each reading, so that an index leads to them.
 */
export const KEEP_STANDING: Document = {
  $set: {
    unreadBy: sidesWhere((side) => ({ $gt: [`$lastFrom.${otherSide(side)}`, `$cursors.${side}.read`] })),
    unansweredBy: sidesWhere((side) => ({ $gt: [`$lastWords.${otherSide(side)}`, `$lastWords.${side}`] })),
  },
};
