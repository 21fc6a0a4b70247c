import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asksOf } from './house/asks';
import { measure } from './house/measure';
import { growOld, type Size } from './house/grow-old';
import { type BenchHouse, openHouse } from './house/open-house';

/**
 * Every call and page of the atelier and of a client, asked one at a time of two houses in turns: the demo house, and one
 * that has worked for years. Prints p50 and p95 of both and their ratio; goal p95 ≤ 2 × for each, searches ≤ 100 ms p95.
 * `--brief` is a tenth of those years, `--times 10` ten times them; `--going` and `--tasks` say how much is open, so that
 * what grows with the history and what grows with the work at hand can be told apart; `--only` keeps what holds a word, or one of several parted by commas.
 */
const { values } = parseArgs({
  options: {
    brief: { type: 'boolean', default: false },
    times: { type: 'string', default: '1' },
    rounds: { type: 'string' },
    going: { type: 'string', default: '200' },
    tasks: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
});

const factor = values.brief ? 0.1 : Number(values.times);
const size: Size = {
  clients: 10_000 * factor,
  models: 10_000 * factor,
  orders: 10_000 * factor,
  tasks: 5_000 * factor,
  messages: 100_000 * factor,
  conversations: 1_000 * factor,
  going: Number(values.going) * Math.min(1, factor),
  openTasks: Number(values.tasks) * Math.min(1, factor),
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fashionflow-house-'));
  const open: BenchHouse[] = [];
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true));
  try {
    const start = Date.now();
    for (const name of ['demo', 'old'])
      open.push(await openHouse(join(folder, name), name === 'old' ? (db) => growOld(db, size) : undefined));
    say(
      `both houses stand after ${Math.round((Date.now() - start) / 1000)} s; the old one has ${JSON.stringify(size)}`,
    );
    const [demo, old] = open;
    if (!demo || !old) return;
    const wanted = (name: string): boolean =>
      values.only === undefined || values.only.split(',').some((word) => name.includes(word));
    const rounds = Number(values.rounds ?? (values.brief ? 10 : 20));
    await measure(
      [demo, old],
      asksOf().filter(({ name }) => wanted(name)),
      rounds,
      say,
      () => stopped,
    );
  } finally {
    for (const house of open) await house.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
