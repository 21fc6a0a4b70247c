import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, inject, it } from 'vitest';
import type { Migration } from '@/lib/db/migrations/migration';
import { ALL_MIGRATIONS } from '@/lib/db/migrations/all-migrations';
import { NewerSchemaError, runMigrations } from '@/lib/db/migrations/run-migrations';
import { withLease } from '@/lib/db/with-lease';
import { slowMigration } from '../../support/migrate-slowly';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const records = () => db().db.collection<{ _id: number }>('migrations');
const clear = () => Promise.all([records().deleteMany({}), db().db.collection('things').deleteMany({})]);

const noting = (version: number, ran: number[], work?: () => Promise<void>): Migration => ({
  version,
  name: `step-${version}`,
  up: async () => {
    ran.push(version);
    await work?.();
  },
});

describe('migrations', () => {
  it('are numbered from one without a gap', () => {
    expect(ALL_MIGRATIONS.map(({ version }) => version)).toEqual(ALL_MIGRATIONS.map((_, index) => index + 1));
    expect(new Set(ALL_MIGRATIONS.map(({ name }) => name)).size).toBe(ALL_MIGRATIONS.length);
  });

  it('are run in order, once, and written down with their time', async () => {
    await clear();
    const ran: number[] = [];
    const all = [noting(1, ran), noting(2, ran)];
    expect(await runMigrations(db(), all)).toEqual(['step-1', 'step-2']);
    expect(await runMigrations(db(), all)).toEqual([]);
    expect(await runMigrations(db(), [...all, noting(3, ran)])).toEqual(['step-3']);
    expect(ran).toEqual([1, 2, 3]);
    expect(await records().find().sort({ _id: 1 }).toArray()).toMatchObject(
      [1, 2, 3].map((version) => ({
        _id: version,
        name: `step-${version}`,
        startedAt: expect.any(Date),
        finishedAt: expect.any(Date),
      })),
    );
  });

  it('are run by one of those who start together; the others wait for the end', async () => {
    await clear();
    const ran: number[] = [];
    let ended = false;
    const slow = noting(1, ran, async () => {
      // Whoever does not wait for the lease gets here meanwhile.
      for (let look = 0; look < 20; look += 1) await records().findOne();
      ended = true;
    });
    const starts = [1, 2, 3].map(async () => {
      const names = await runMigrations(db(), [slow]);
      expect(ended).toBe(true);
      return names;
    });
    expect((await Promise.all(starts)).flat()).toEqual(['step-1']);
    expect(ran).toEqual([1]);
  });

  it('carry on after a kill -9 in the middle, and change no document twice', { timeout: 60_000 }, async () => {
    await clear();
    const things = db().db.collection<{ _id: number; shape: string }>('things');
    await things.insertMany(Array.from({ length: 8 }, (_, _id) => ({ _id, shape: 'old' })));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/support/migrate-slowly.ts', inject('mongoUri'), db().db.databaseName],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      said += String(chunk);
      if (said.includes('3\n')) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(await things.countDocuments({ shape: 'new' })).toBe(3);
    expect(await records().findOne({ _id: 1 })).not.toHaveProperty('finishedAt');

    expect(await runMigrations(db(), [slowMigration(async () => undefined)])).toEqual(['slowly']);
    expect(await things.countDocuments({ shape: 'new', times: 1 })).toBe(8);
  });

  it('are begun again after one that failed, which is not written down as done', async () => {
    await clear();
    const ran: number[] = [];
    const failing = noting(1, ran, () => Promise.reject(new Error('no room')));
    await expect(runMigrations(db(), [failing])).rejects.toThrow('no room');
    expect(await runMigrations(db(), [noting(1, ran)])).toEqual(['step-1']);
  });

  it('refuse the data of a newer version before anything is changed', async () => {
    await clear();
    const ran: number[] = [];
    await records().insertOne({ _id: 7 });
    const refused = runMigrations(db(), [noting(1, ran)]);
    await expect(refused).rejects.toThrow(NewerSchemaError);
    await expect(refused).rejects.toThrow(
      `The database ${db().db.databaseName} belongs to a newer FashionFlow (its data are of version 7, this one knows 1). Start the newer FashionFlow, or restore a copy made before it.`,
    );
    expect(ran).toEqual([]);
  });
});

describe('a lease', () => {
  it('outlives its time while its holder works, and goes with a holder that is dead', async () => {
    // Long enough that a busy machine's pause does not end it.
    const times = { leaseMs: 1_500, pollMs: 20 };
    const order: string[] = [];
    const leases = db().db.collection<{ _id: string; holder: string; until: Date }>('leases');
    const untilOf = async () => (await leases.findOne({ _id: 'one' }))?.until.getTime() ?? 0;
    const first = withLease(
      db(),
      'one',
      async () => {
        order.push('first');
        const taken = await untilOf();
        await expect.poll(untilOf, { timeout: 20_000 }).toBeGreaterThan(taken + 2 * times.leaseMs);
        order.push('end of first');
      },
      times,
    );
    await expect.poll(() => order).toEqual(['first']);
    await withLease(db(), 'one', async () => void order.push('second'), times);
    await first;
    expect(order).toEqual(['first', 'end of first', 'second']);

    await leases.insertOne({ _id: 'two', holder: 'a dead one', until: new Date(Date.now() + 100) });
    expect(await withLease(db(), 'two', async () => 'taken over', times)).toBe('taken over');
  });
});
