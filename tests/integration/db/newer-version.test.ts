import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, inject, it } from 'vitest';
import { freePort } from '@/scripts/checks/free-port';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();

it.each(['scripts/app-server.ts', 'realtime/main.ts'])(
  '%s does not open the data of a newer version: one sentence, exit code 1',
  { timeout: 60_000 },
  async (file) => {
    await db()
      .db.collection<{ _id: number }>('migrations')
      .updateOne({ _id: 9999 }, { $set: { name: 'of tomorrow' } }, { upsert: true });
    const [port, other] = [await freePort(), await freePort()];
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      env: {
        ...process.env,
        MONGODB_URI: inject('mongoUri'),
        MONGODB_DB: db().db.databaseName,
        AUTH_SECRET: 'test-secret-test-secret-test-secret-00',
        PORT: String(port),
        REALTIME_PORT: String(other),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    const [code] = (await once(child, 'close')) as [number | null];
    expect(said).toMatch(
      /^The database \S+ belongs to a newer FashionFlow \(.*9999.*\)\. Start the newer FashionFlow.*\n$/,
    );
    expect(code).toBe(1);
  },
);
