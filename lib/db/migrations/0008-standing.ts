import type { Migration } from './migration';

const SIDES = { client: 'couturier', couturier: 'client' } as const;
const sidesWhere = (holds: (side: string, other: string) => object) => ({
  $concatArrays: Object.entries(SIDES).map(([side, other]) => ({ $cond: [holds(side, other), [side], []] })),
});

/** A conversation says for whom something is unread in it, and whose answer is waited for: what its inbox is narrowed by. */
export const standing: Migration = {
  version: 8,
  name: 'standing',
  up: async (db) => {
    await db.db.collection('conversations').updateMany({ unreadBy: { $exists: false } }, [
      {
        $set: {
          unreadBy: sidesWhere((side, other) => ({ $gt: [`$lastFrom.${other}`, `$cursors.${side}.read`] })),
          unansweredBy: sidesWhere((side, other) => ({ $gt: [`$lastWords.${other}`, `$lastWords.${side}`] })),
        },
      },
    ]);
  },
};
