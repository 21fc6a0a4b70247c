import { expect, it } from 'vitest';
import { createIndexes, dropRetiredIndexes, nameOfIndex } from '@/lib/db/indexes';
import { ALL_INDEXES } from '@/lib/start/all-indexes';
import { INDEXES_EVER_MADE } from '@/lib/start/indexes-ever-made';
import { setUpDatabase } from '../../support/with-database';

const database = setUpDatabase();

it('knows the name of every index that is declared, so that it can go when it is declared no more', () => {
  const declared = ALL_INDEXES.flatMap(({ collection, indexes }) =>
    indexes.map((index) => [collection, nameOfIndex(index)] as const),
  );
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter(([collection, name]) => !INDEXES_EVER_MADE[collection]?.includes(name))).toEqual([]);
});

it('drops what an earlier version made, and neither what is declared nor what the owner made', async () => {
  const db = database();
  const pieces = db.db.collection('pieces');
  const kept = { key: { number: 1 }, unique: true, serves: 'a number is given once' } as const;
  const gone = { key: { stage: 1, madeAt: -1 }, serves: 'a list that is no more' } as const;
  await createIndexes(db, [{ collection: 'pieces', indexes: [kept, gone] }]);
  await pieces.createIndex({ colour: 1 }, { name: 'the_owners_own' });
  const everMade = { pieces: ['number_1', 'stage_1_madeAt_-1', 'never_there'], neverWritten: ['a_1'] };
  const now = [{ collection: 'pieces', indexes: [kept] }];
  expect(await dropRetiredIndexes(db, now, everMade)).toEqual(['pieces.stage_1_madeAt_-1']);
  const names = (await pieces.listIndexes().toArray()).map(({ name }) => String(name));
  expect(names.sort()).toEqual(['_id_', 'number_1', 'the_owners_own']);
  expect(await dropRetiredIndexes(db, now, everMade)).toEqual([]);
});
