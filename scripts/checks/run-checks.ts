import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildIfNeeded } from '../run/build';
import { freePort } from './free-port';
import { findBrowser } from './find-browser';

interface Count {
  passed: number;
  /** What failed, by name, and the first lines of why. */
  failed: string[];
}

/** Two houses side by side fill two cores; with a third each test takes as much longer. */
const HOUSES = 2;

/** Of a disk in memory: the houses of all tests and the profiles of two browsers take about one. */
const ROOM_GB = 4;

/**
 * The folder for everything the tests write: in memory where there is room, since what they ask is whether it is written, not
 * how fast a disk is. What a kill leaves is the same: a process that dies takes no page of the kernel's with it.
 */
function scratchFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ROOM_GB * 2 ** 30 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function run(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('exit', (code) => resolve(code === 0));
  });
}

const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? [] : ['see above'] });

/** A tool that looks at the sources and runs beside others: what it says is told in one piece at its end. */
function look(args: string[]): Promise<Count> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(one(code === 0));
    });
  });
}

/** What a JSON report says; a run that left none, or that failed without a failed test, counts as one failure. */
function counted(ok: boolean, read: () => Count): Count {
  let count: Count = { passed: 0, failed: [] };
  try {
    count = read();
  } catch {
    return { passed: 0, failed: ['no report was left'] };
  }
  return !ok && count.failed.length === 0 ? { ...count, failed: ['it ended badly without a failed test'] } : count;
}

/** How much of a failure is said again at the end, where it is looked for. */
const WHY_LINES = 25;

/** Without the steps of a stack that lie in a library. */
const linesOf = (message: string): string[] =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|new Promise)/.test(line));

const withWhy = (name: string, messages: readonly string[]): string =>
  [name, ...messages.flatMap((one) => linesOf(one).slice(0, WHY_LINES))].join('\n      ');

interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface BrowserSuite {
  file: string;
  specs: {
    title: string;
    line: number;
    ok: boolean;
    tests: { results: { errors: { message?: string }[] }[] }[];
  }[];
  suites?: BrowserSuite[];
}

const specsOf = (suite: BrowserSuite): string[] => [
  ...suite.specs
    .filter(({ ok }) => !ok)
    .map(({ title, line, tests }) =>
      withWhy(
        `${suite.file}:${line} › ${title}`,
        tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message = '' }) => message))),
      ),
    ),
  ...(suite.suites ?? []).flatMap(specsOf),
];

async function vitest(project: string, folder: string): Promise<Count> {
  const report = join(folder, `${project.replace('*', '')}.json`);
  const ok = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return counted(ok, () => {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    const failed = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) =>
          withWhy(`${relative(process.cwd(), name)} › ${fullName}`, failureMessages),
        ),
    );
    return { passed: numPassedTests, failed };
  });
}

async function playwright(folder: string): Promise<Count> {
  const report = join(folder, 'e2e.json');
  const dataDir = join(folder, 'data');
  const ok = await run(['node_modules/@playwright/test/cli.js', 'test'], {
    CHROMIUM_PATH: findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    E2E_PORTS: (await Promise.all(Array.from({ length: 2 * HOUSES }, () => freePort()))).join(','),
    E2E_DATA_DIR: dataDir,
  });
  return counted(ok, () => {
    const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number };
      suites: BrowserSuite[];
    };
    return { passed: stats.expected, failed: suites.flatMap(specsOf) };
  });
}

/**
 * Everything that must hold before a change lands, in the order of what is quickest to say no. All of it runs even after a
 * failure, so that one run tells everything.
 * @returns the exit code
 */
export async function runChecks(): Promise<number> {
  const folder = mkdtempSync(join(scratchFolder(), 'checks-'));
  process.env['TMPDIR'] = folder;
  // Each line runs when the one before has ended; what stands in one line runs side by side.
  const steps: [string, () => Promise<Count>][][] = [
    [
      ['Types', () => look(['node_modules/typescript/bin/tsc', '--noEmit'])],
      ['Lint', () => look(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'])],
      ['Formatting', () => look(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])],
    ],
    [['Unit tests', () => vitest('unit', folder)]],
    [['Integration tests', () => vitest('integration*', folder)]],
    [['Build', () => buildIfNeeded().then(() => one(true))]],
    [['Start, stop and kill', () => vitest('start', folder)]],
    [['Browser tests', () => playwright(folder)]],
  ];
  const total: Count = { passed: 0, failed: [] };
  const take = async (name: string, check: () => Promise<Count>): Promise<void> => {
    say(`\n── ${name}`);
    const started = performance.now();
    const { passed, failed } = await check().catch((error: unknown): Count => {
      say(error instanceof Error ? error.message : String(error));
      return { passed: 0, failed: ['see above'] };
    });
    total.passed += passed;
    total.failed.push(...failed.map((what) => `${name}: ${what}`));
    say(
      `── ${name}: ${passed} passed, ${failed.length} failed (${((performance.now() - started) / 1000).toFixed(0)} s)`,
    );
  };
  try {
    for (const together of steps) await Promise.all(together.map(([name, check]) => take(name, check)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (total.failed.length > 0) say(`\nFailed:\n${total.failed.map((what) => `  ${what}`).join('\n')}`);
  say(`\n${total.passed} passed, ${total.failed.length} failed`);
  return total.failed.length === 0 && total.passed > 0 ? 0 : 1;
}
