import { expect, it } from 'vitest';
import { faultRounds } from '../support/fault-rounds';
import { setUpMongo } from '../support/with-mongo';

const ROUNDS = faultRounds('RACE_ROUNDS', { brief: 3, full: 40 });
const ACCOUNTS = 5;
const TRANSFERS = 12;

const { client, db } = setUpMongo();

it(
  `keeps the sum of all accounts while transactions race (${ROUNDS} rounds)`,
  async () => {
    const accounts = db().collection<{ _id: number; n: number }>('accounts');
    for (let round = 0; round < ROUNDS; round++) {
      await accounts.deleteMany({});
      await accounts.insertMany(Array.from({ length: ACCOUNTS }, (_, id) => ({ _id: id, n: 100 })));
      const transfer = (from: number, to: number) =>
        client().withSession((session) =>
          session.withTransaction(async () => {
            const [a, b] = [
              await accounts.findOne({ _id: from }, { session }),
              await accounts.findOne({ _id: to }, { session }),
            ];
            await accounts.updateOne({ _id: from }, { $set: { n: a!.n - 1 } }, { session });
            await accounts.updateOne({ _id: to }, { $set: { n: b!.n + 1 } }, { session });
          }),
        );
      const plain = (id: number) => accounts.updateOne({ _id: id }, { $inc: { n: 10 } });
      await Promise.all(
        Array.from({ length: TRANSFERS }, (_, at) =>
          at % 6 === 5 ? plain(at % ACCOUNTS) : transfer(at % ACCOUNTS, (at + 1 + (at % 3)) % ACCOUNTS),
        ),
      );
      const [sum] = await accounts.aggregate<{ n: number }>([{ $group: { _id: null, n: { $sum: '$n' } } }]).toArray();
      expect(sum?.n).toBe(ACCOUNTS * 100 + Math.floor(TRANSFERS / 6) * 10);
    }
  },
  60_000 + ROUNDS * 30_000,
);
