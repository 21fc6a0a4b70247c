import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { MongoClient } from 'mongodb';
import { startDatabaseProcess } from '../tests/support/database-process';

/**
 * Measures the embedded database against what bounds it: durable inserts against the same puts on the bare store, a
 * read by id against a ping, and pings while scans run. They are done in turns within one run, after some that do not
 * count, so that a busy machine slows all alike. Ratios are of medians. The number of documents is the first argument (100,000).
 */
const DOCUMENTS = Number(process.argv[2] ?? 100_000);
const TURNS = 40;
const WARM_UP_TURNS = 40;
const PER_TURN = 50;
const PINGS = 1000;

const at = (times: number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

async function measure(times: number[], count: number, run: (step: number) => Promise<unknown>): Promise<void> {
  for (let step = 0; step < count; step++) {
    const start = performance.now();
    await run(step);
    times.push(performance.now() - start);
  }
}

/** What one insert puts, into a store opened like the server's. */
function openBareStore(path: string) {
  const root = open<Buffer, Buffer>({ path, noSubdir: false, encoding: 'binary', overlappingSync: false, maxDbs: 8 });
  const [documents, entries, oplog, sessions] = ['documents', 'entries', 'oplog', 'sessions'].map((name) =>
    root.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' }),
  );
  const document = Buffer.alloc(250);
  const event = Buffer.alloc(450);
  const session = Buffer.alloc(120);
  return {
    /** The document, its entry in the index of _id, its change event, and the reply a retry would get. */
    put: (id: number) => {
      const key = Buffer.from(String(id).padStart(14, '0'));
      void entries!.put(key, Buffer.alloc(0));
      void oplog!.put(key, event);
      void sessions!.put(Buffer.from('the session that writes'), session);
      return documents!.put(key, document);
    },
    close: () => root.close(),
  };
}

const show = (name: string, times: number[]) =>
  `${name.padEnd(34)} p50 ${at(times, 0.5).toFixed(2)} ms   p99 ${at(times, 0.99).toFixed(2)} ms\n`;
const ratio = (name: string, a: number[], b: number[], goal: number) =>
  `${name.padEnd(34)} ${(at(a, 0.5) / at(b, 0.5)).toFixed(2)}   (goal: at most ${goal})\n`;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fashionflow-bench-'));
  const server = await startDatabaseProcess(join(folder, 'database'));
  const bare = openBareStore(join(folder, 'bare'));
  const client = await new MongoClient(server.uri).connect();
  const db = client.db('bench');
  const collection = db.collection<{ _id: number; text: string; n: number }>('documents');
  try {
    const text = 'x'.repeat(200);
    for (let start = 0; start < DOCUMENTS; start += 1000) {
      await collection.insertMany(
        Array.from({ length: 1000 }, (_, offset) => ({ _id: start + offset, text, n: offset })),
      );
    }
    let id = DOCUMENTS;
    const [puts, inserts, pings, reads, quiet, scanned]: number[][] = [[], [], [], [], [], []];
    const ping = () => db.command({ ping: 1 });
    // A server that has run for a while has read its files and compiled its code.
    await collection.countDocuments({ text: 'nowhere' });
    for (let turn = 0; turn < WARM_UP_TURNS + TURNS; turn++) {
      if (turn === WARM_UP_TURNS) for (const times of [puts!, inserts!, pings!, reads!]) times.length = 0;
      await measure(puts!, PER_TURN, () => bare.put(++id));
      await measure(inserts!, PER_TURN, () => collection.insertOne({ _id: ++id, text, n: 1 }));
      await measure(pings!, PER_TURN, ping);
      await measure(reads!, PER_TURN, (step) => collection.findOne({ _id: (turn * 4001 + step * 37) % DOCUMENTS }));
    }
    await measure(quiet!, PINGS, ping);
    let isScanning = true;
    const scan = async () => {
      while (isScanning) await collection.find({ text: 'nowhere' }).sort({ n: -1 }).toArray();
    };
    const scans = [scan(), scan()];
    await measure(scanned!, PINGS, ping);
    isScanning = false;
    await Promise.all(scans);
    process.stdout.write(`${DOCUMENTS} documents\n`);
    process.stdout.write(show('the same puts on the bare store', puts!) + show('insertOne, durable', inserts!));
    process.stdout.write(show('ping', pings!) + show('findOne by _id', reads!));
    process.stdout.write(show('ping alone', quiet!) + show('ping beside two unindexed scans', scanned!));
    process.stdout.write(
      ratio('insertOne / bare puts', inserts!, puts!, 2.5) + ratio('findOne / ping', reads!, pings!, 1.5),
    );
    const delay = at(scanned!, 0.99) - at(quiet!, 0.99);
    process.stdout.write(`${'delay of a ping by scans, p99'.padEnd(34)} ${delay.toFixed(1)} ms   (goal: at most 20)\n`);
  } finally {
    await client.close();
    await server.stop();
    await bare.close();
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
