import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { freePort } from '../../scripts/checks/free-port';
import { startDatabaseProcess } from '../../packages/embedded-db/tests/support/database-process';
import { startHouse } from '../support/house-process';

/**
 * Public pages beside a bare static Next page of the same size and beside Express with React on the server: requests a
 * second and p97.5, over 16 connections with gzip, in turns within one run; medians of the rounds. Seconds of one
 * measurement are the first argument (5), rounds the second (3).
 */
const SECONDS = Number(process.argv[2] ?? 5);
const ROUNDS = Number(process.argv[3] ?? 3);
const CONNECTIONS = 16;
const BARE = 'tests/load/catalogue/bare-next';

const children: ChildProcess[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts a program of ours and resolves with what it printed once it matches. */
function start(args: string[], ready: RegExp, env: Record<string, string> = {}): Promise<RegExpExecArray> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      const found = ready.exec(text);
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${text}`)));
  });
}

const run = (args: string[], env: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: ${code}`))));
  });

const sizeOf = async (url: string): Promise<number> => (await (await fetch(url)).arrayBuffer()).byteLength;

/** A static Next page about as large as the house's. */
async function startBare(bytes: number): Promise<string> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const port = await freePort();
  // A card takes about 700 bytes in the page: once as HTML, once as the data that hydrates it.
  const env = { BARE_CARDS: String(Math.max(1, Math.round(bytes / 700))), NEXT_TELEMETRY_DISABLED: '1' };
  // With webpack: Turbopack looks for a middleware in the folders above and finds the house's.
  await run([next, 'build', '--webpack', BARE], { ...env, NODE_ENV: 'production' });
  await start([next, 'start', BARE, '-p', String(port), '-H', '127.0.0.1'], /Ready/i, {
    ...env,
    NODE_ENV: 'production',
  });
  return `http://127.0.0.1:${port}/`;
}

interface Figures {
  rate: number[];
  slow: number[];
}

async function measure(url: string, into: Figures, seconds = SECONDS): Promise<void> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip' },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} not 2xx, ${result.errors} errors`);
  into.rate.push(result.requests.average);
  into.slow.push(result.latency.p97_5);
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fashionflow-bench-'));
  const database = await startDatabaseProcess(join(folder, 'database'));
  await run(['--import', 'tsx', 'scripts/seed.ts', '--demo'], { MONGODB_URI: database.uri });
  const house = await startHouse(join(folder, 'data'), { MONGODB_URI: database.uri });
  try {
    await house.says(/Ctrl-C closes/);
    const models = (await (await fetch(`${house.origin}/api/models?limit=1`)).json()) as { items: { slug: string }[] };
    const pages = {
      home: `${house.origin}/fr`,
      catalogue: `${house.origin}/fr/models`,
      model: `${house.origin}/fr/models/${models.items[0]?.slug}`,
    };
    const bytes = await sizeOf(pages.catalogue);
    const bare = await startBare(bytes);
    const [, port] = await start(
      ['--import', 'tsx', 'tests/load/catalogue/express-server.ts', database.uri, 'fashionflow'],
      /listening (\d+)/,
      { NODE_ENV: 'production' },
    );
    const urls = { 'bare static Next page': bare, 'Express + React': `http://127.0.0.1:${port}/`, ...pages };
    const figures = Object.fromEntries(
      Object.keys(urls).map((name): [string, Figures] => [name, { rate: [], slow: [] }]),
    );
    for (const url of Object.values(urls)) await measure(url, { rate: [], slow: [] }, 2);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, url] of Object.entries(urls)) await measure(url, figures[name] as Figures);
    const of = (name: string) => ({ rate: median(figures[name]?.rate ?? []), slow: median(figures[name]?.slow ?? []) });
    const [static_, express] = [of('bare static Next page'), of('Express + React')];
    say(
      `\n${'page'.padEnd(24)}${'bytes'.padStart(9)}${'req/s'.padStart(9)}${'p97.5 ms'.padStart(10)}   × static  × Express  p97.5 × Express`,
    );
    for (const [name, url] of Object.entries(urls)) {
      const { rate, slow } = of(name);
      say(
        name.padEnd(24) +
          String(await sizeOf(url)).padStart(9) +
          rate.toFixed(0).padStart(9) +
          slow.toFixed(0).padStart(10) +
          (rate / static_.rate).toFixed(2).padStart(11) +
          (rate / express.rate).toFixed(2).padStart(11) +
          (slow / express.slow).toFixed(2).padStart(17),
      );
    }
    say('\ngoals: ≥ 0.9 × static, ≥ 3 × Express, p97.5 ≤ 0.5 × Express');
  } finally {
    for (const child of children) child.kill('SIGTERM');
    house.signal('SIGTERM');
    await house.ended;
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
