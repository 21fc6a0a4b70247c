import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { houseSettings } from '@/lib/db/migrations/0001-house-settings';
import { lastWords } from '@/lib/db/migrations/0002-last-words';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();

/** Runs a migration twice, as after a stop just before it was written down. */
async function twice(migration: typeof houseSettings): Promise<void> {
  await migration.up(db());
  await migration.up(db());
}

describe('0001 house-settings', () => {
  const house = () => db().db.collection<{ _id: string; name: string; clientWords?: { text: string }[] }>('house');

  it('gives an old house the setting, and leaves a newer one its own', async () => {
    await house().insertMany([
      { _id: 'old', name: 'Maison Seck' },
      { _id: 'new', name: 'Maison Ba', clientWords: [{ text: 'Merci' }] },
    ]);
    await twice(houseSettings);
    expect(await house().find().sort({ _id: -1 }).toArray()).toEqual([
      { _id: 'old', name: 'Maison Seck', clientWords: [] },
      { _id: 'new', name: 'Maison Ba', clientWords: [{ text: 'Merci' }] },
    ]);
  });
});

describe('0002 last-words', () => {
  const line = (conversationId: ObjectId, seq: number, senderSide: string, system = false) => ({
    conversationId,
    seq,
    senderSide,
    ...(system ? { system: { kind: 'progress' } } : {}),
    clientMessageId: `${seq}`,
  });
  const cases: [string, ReturnType<typeof line>[], object | undefined, object][] = [];
  const add = (
    what: string,
    lines: [number, string, boolean?][],
    expected: object,
    before?: object,
    _id = new ObjectId(),
  ) => cases.push([what, lines.map(([seq, side, system]) => line(_id, seq, side, system)), before, expected]);
  add('an empty one', [], { client: 0, couturier: 0 });
  add(
    'the order had the last line',
    [
      [1, 'client'],
      [2, 'couturier', true],
    ],
    { client: 1, couturier: 0 },
  );
  add(
    'both spoke',
    [
      [1, 'client'],
      [2, 'couturier'],
      [3, 'client'],
      [4, 'couturier', true],
    ],
    { client: 3, couturier: 2 },
  );
  add(
    'one side was written since',
    [
      [1, 'client'],
      [2, 'couturier'],
    ],
    { client: 1, couturier: 2 },
    { couturier: 2 },
  );
  add('one of today', [[1, 'client']], { client: 1, couturier: 5 }, { client: 1, couturier: 5 });

  it.each(cases)('%s', async (_what, lines, before, expected) => {
    const _id = lines[0]?.conversationId ?? new ObjectId();
    await db()
      .db.collection('conversations')
      .insertOne({
        _id,
        clientId: new ObjectId(),
        couturierId: new ObjectId(),
        ...(before ? { lastWords: before } : {}),
      });
    if (lines.length > 0) await db().db.collection('messages').insertMany(lines);
    await twice(lastWords);
    expect((await db().db.collection('conversations').findOne({ _id }))?.['lastWords']).toEqual(expected);
  });
});
