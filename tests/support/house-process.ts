import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/checks/free-port';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface HouseProcess {
  origin: string;
  /** What it has printed so far. */
  said: () => string;
  /** Resolves when what it has printed matches. */
  says: (pattern: RegExp) => Promise<void>;
  /** The process ids of the house, its own first, then whatever it started. */
  pids: () => number[];
  /** The process of the house whose command line has this in it. */
  pidOf: (file: string) => number;
  signal: (signal: NodeJS.Signals) => void;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

interface Running {
  pid: number;
  parent: number;
  args: string;
}

/** One process from /proc; undefined when it has ended, waited for or not. */
function fromProc(pid: number): Running | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z'
      ? undefined
      : { pid, parent: Number(parent), args: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return undefined;
  }
}

/** Every process that runs now: from /proc, or from `ps` where there is none. */
function running(): Running[] {
  if (existsSync('/proc/self/stat'))
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (fromProc(Number(name)) ?? []) : []));
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return [...table.matchAll(/^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/gm)].flatMap(([, pid, parent, state, args = '']) =>
    state?.startsWith('Z') ? [] : { pid: Number(pid), parent: Number(parent), args },
  );
}

/** This process and all that its chain of children leads to. */
function familyOf(pid: number): Running[] {
  const all = running();
  const found = all.filter((one) => one.pid === pid);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

/** Which of these processes run still. */
export function stillRunning(pids: readonly number[]): number[] {
  const now = new Set(running().map(({ pid }) => pid));
  return pids.filter((pid) => now.has(pid));
}

/** Runs what `npm start -- …` runs, without a terminal. Ports are free ones unless the environment given names them. */
export async function startHouse(
  dataDir: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<HouseProcess> {
  const ports = { PORT: String(await freePort()), REALTIME_PORT: String(await freePort()), ...env };
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, MONGODB_URI: undefined, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...ports },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => {
      text += words;
      for (const listener of listeners) listener();
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  void ended.then(() => {
    for (const listener of listeners) listener();
  });
  return {
    origin: `http://localhost:${ports.PORT}`,
    said: () => text,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(text)) resolve();
          else if (child.exitCode !== null) reject(new Error(`The house ended without saying ${pattern}:\n${text}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    pids: () => familyOf(child.pid ?? -1).map(({ pid }) => pid),
    pidOf: (file) => {
      const found = familyOf(child.pid ?? -1).find(({ args }) => args.includes(file));
      if (!found) throw new Error(`no process of the house runs ${file}`);
      return found.pid;
    },
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
