import { expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { client, db } = setUpMongo();
const ROUNDS = 40;

/**
 * A transaction that takes a unique key and gives it back keeps nothing of it, and still must not commit beside a write
 * of that key which was there before: whoever takes a key learns of everything that was stored under it.
 */
it('a key that a transaction took and gave back conflicts with a write that was stored under it meanwhile', async () => {
  const places = db().collection<{ _id: string; place: number }>('places');
  await places.createIndex({ place: 1 }, { unique: true });
  await places.insertOne({ _id: 'first', place: -1 });
  let met = 0;
  for (let place = 0; place < ROUNDS; place += 1) {
    await client().withSession(async (session) => {
      session.startTransaction();
      await places.findOne({ _id: 'first' }, { session });
      let stored = false;
      const plain = places.insertOne({ _id: `plain ${place}`, place }).then(() => (stored = true));
      const taken = await places.insertOne({ _id: `taken ${place}`, place }, { session }).then(
        () => true,
        () => false,
      );
      // Either the plain write waits for the end of the transaction, or it was there before.
      await Promise.race([plain, new Promise((resolve) => setTimeout(resolve, 20))]);
      if (taken) {
        await places.deleteOne({ _id: `taken ${place}` }, { session });
        const storedBefore = stored;
        const committed = await session.commitTransaction().then(
          () => true,
          () => false,
        );
        if (storedBefore) {
          met += 1;
          expect(committed, `place ${place}`).toBe(false);
        }
      }
      if (session.inTransaction()) await session.abortTransaction();
      await plain;
    });
  }
  expect(await places.countDocuments()).toBe(ROUNDS + 1);
  expect(met, 'rounds in which the moment was met').toBeGreaterThan(0);
}, 60_000);
