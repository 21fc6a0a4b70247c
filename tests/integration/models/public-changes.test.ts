import { afterEach, describe, expect, it } from 'vitest';
import { accounts } from '@/lib/auth/documents';
import { followPublic } from '@/lib/page-cache/follow-public';
import { makePerson } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

/** Follows the test's database; resolves once the stream is open. */
async function follow(): Promise<() => number> {
  let changes = 0;
  const failures: unknown[] = [];
  stop = followPublic(
    db(),
    () => (changes += 1),
    (error) => failures.push(error),
  );
  await expect.poll(() => changes).toBe(1);
  return () => {
    expect(failures).toEqual([]);
    return changes;
  };
}

describe('a change of what public pages show', () => {
  it('is noticed, whoever wrote it: a model, the house, a profile, an hour that is taken', async () => {
    const couturier = await makePerson(db(), 'couturier');
    const changes = await follow();
    const writes = [
      () => db().db.collection('models').insertOne({ slug: 'a' }),
      () =>
        db()
          .db.collection('models')
          .updateOne({ slug: 'a' }, { $set: { status: 'archived' } }),
      () => db().db.collection('house').insertOne({ name: 'x' }),
      () => db().db.collection('appointments').insertOne({ note: 'x' }),
      () => accounts(db()).updateOne({ _id: couturier.id }, { $set: { 'profile.available': false } }),
      () => accounts(db()).updateOne({ _id: couturier.id }, { $set: { disabled: true } }),
      () => accounts(db()).deleteOne({ _id: couturier.id }),
    ];
    for (const [index, write] of writes.entries()) {
      await write();
      await expect.poll(changes).toBe(index + 2);
    }
  });

  it('is not a sign-up, a sign-in, or anything of the workspaces', async () => {
    const couturier = await makePerson(db(), 'couturier');
    const changes = await follow();
    await makePerson(db(), 'client');
    await accounts(db()).updateOne({ _id: couturier.id }, { $set: { passwordHash: 'x', updatedAt: new Date() } });
    await db().db.collection('orders').insertOne({ title: 'x' });
    // What is noticed comes in order: after this one there is nothing left to come.
    await db().db.collection('models').insertOne({ slug: 'last' });
    await expect.poll(changes).toBe(2);
  });
});
