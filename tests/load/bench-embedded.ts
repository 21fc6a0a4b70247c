import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { MongoClient } from 'mongodb';
import { startDatabaseProcess } from '../support/database-process';

/**
 * Measures the embedded database against what bounds it, in turns within one run, so that a busy machine slows both
 * alike: durable inserts against the same puts on the bare store, a read by id against a ping, and pings while scans
 * run. Ratios are of medians. The number of documents is the first argument (100,000).
 */
const DOCUMENTS = Number(process.argv[2] ?? 100_000);
const TURNS = 20;
const PER_TURN = 50;

const at = (times: number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

async function measure(times: number[], count: number, run: (turn: number) => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    const start = performance.now();
    await run(turn);
    times.push(performance.now() - start);
  }
}

const show = (name: string, times: number[]) =>
  `${name.padEnd(34)} p50 ${at(times, 0.5).toFixed(2)} ms   p99 ${at(times, 0.99).toFixed(2)} ms\n`;
const ratio = (name: string, a: number[], b: number[], goal: number) =>
  `${name.padEnd(34)} ${(at(a, 0.5) / at(b, 0.5)).toFixed(2)}   (goal: at most ${goal})\n`;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fashionflow-bench-'));
  const server = await startDatabaseProcess(join(folder, 'database'));
  const bare = open<Buffer, Buffer>({
    path: join(folder, 'bare'),
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
  });
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
    // What one insert puts: the document, its entry in the index of _id, and its change event.
    const value = Buffer.alloc(250);
    const key = (kind: string, id: number) => Buffer.from(`${kind}${String(id).padStart(16, '0')}`);
    let id = DOCUMENTS;
    const [puts, inserts, pings, reads, quiet, scanned]: number[][] = [[], [], [], [], [], []];
    for (let turn = 0; turn < TURNS; turn++) {
      await measure(puts!, PER_TURN, () => {
        id++;
        void bare.put(key('i', id), Buffer.alloc(0));
        void bare.put(key('o', id), Buffer.concat([value, value]));
        return bare.put(key('d', id), value);
      });
      await measure(inserts!, PER_TURN, () => collection.insertOne({ _id: ++id, text, n: 1 }));
      await measure(pings!, PER_TURN, () => db.command({ ping: 1 }));
      await measure(reads!, PER_TURN, (step) => collection.findOne({ _id: (turn * 4001 + step * 37) % DOCUMENTS }));
    }
    await measure(quiet!, 300, () => db.command({ ping: 1 }));
    let isScanning = true;
    const scan = async () => {
      while (isScanning) await collection.find({ text: 'nowhere' }).sort({ n: -1 }).toArray();
    };
    const scans = [scan(), scan()];
    await measure(scanned!, 300, () => db.command({ ping: 1 }));
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
