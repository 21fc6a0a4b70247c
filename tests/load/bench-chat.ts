import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, database } from '../../lib/db/client';
import { startDatabaseProcess } from '../../packages/embedded-db/tests/support/database-process';
import { benchCrowd, benchLength, benchSockets } from './chat/around';
import { benchMessages } from './chat/messages';
import { makeIndexes } from './chat/people';
import type { BenchOptions } from './chat/options';

/**
 * Measures the live conversation beside bare `ws` and beside Express with Socket.IO, each with the same durable insert,
 * over one embedded database in a process of its own: in turns within one run, the median of the rounds. Only the ratios
 * mean something on another machine. `--only messages,sockets,crowd,length` picks parts; `--brief` is done within a minute.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'messages,sockets,crowd,length' },
    brief: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    pairs: { type: 'string', default: '20' },
    messages: { type: 'string' },
    window: { type: 'string', default: '8' },
    ms: { type: 'string' },
    sockets: { type: 'string' },
    length: { type: 'string' },
  },
});

const number = (given: string | undefined, full: number, brief: number): number =>
  given === undefined ? (values.brief ? brief : full) : Number(given);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fashionflow-bench-'));
  const server = await startDatabaseProcess(folder);
  const client = connect(server.uri);
  const db = database(client, 'house');
  const options: BenchOptions = {
    uri: server.uri,
    db,
    rounds: number(values.rounds, 3, 1),
    pairs: Number(values.pairs),
    messages: number(values.messages, 60, 15),
    window: Number(values.window),
    ms: number(values.ms, 5_000, 1_500),
    sockets: number(values.sockets, 5_000, 500),
    length: number(values.length, 100_000, 5_000),
  };
  const parts = { messages: benchMessages, sockets: benchSockets, crowd: benchCrowd, length: benchLength };
  try {
    await makeIndexes(db);
    for (const [name, part] of Object.entries(parts)) if (values.only.split(',').includes(name)) await part(options);
  } finally {
    await client.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
