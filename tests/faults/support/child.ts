import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** With the test process gone, whatever took it, nothing it started stays behind. */
const WITH_PARENT = pathToFileURL(`${ROOT}/scripts/run/die-with-parent.mjs`).href;

export interface ChildOptions {
  /** Below the root of the repository. */
  file: string;
  args?: string[];
  env?: Record<string, string>;
  /** Modules loaded before it, below this folder. */
  preload?: string[];
}

/** A process that a fault test started, and that alone it ends, freezes or moves the clock of. */
export class Child {
  readonly exited: Promise<void>;
  #said = '';

  private constructor(private readonly process: ChildProcess) {
    this.exited = once(process, 'exit').then(() => undefined);
    for (const stream of [process.stdout, process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said = (this.#said + text).slice(-20_000);
      });
  }

  static async start({ file, args = [], env = {}, preload = [] }: ChildOptions): Promise<Child> {
    const imports = [WITH_PARENT, ...preload.map((name) => new URL(name, import.meta.url).href)];
    const flags = imports.flatMap((name) => ['--import', name]);
    return new Child(
      spawn(process.execPath, [...flags, await bundle(file), ...args], {
        cwd: ROOT,
        env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
  }

  /** The last that it printed. */
  get said(): string {
    return this.#said;
  }

  get running(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Whether `kill -9` ended it, whoever gave it. */
  get killed(): boolean {
    return this.process.signalCode === 'SIGKILL';
  }

  signal(signal: NodeJS.Signals): void {
    if (this.running) this.process.kill(signal);
  }

  /** Ends it without a word, as `kill -9` does. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
  }

  /** Ends it as an operator would; a process that is frozen has to be let go first. */
  async stop(): Promise<void> {
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    await this.exited;
  }

  /** Moves its clock; it must have been started with `clock.mjs`. */
  async moveClock(ms: number): Promise<void> {
    const moved = once(this.process, 'message');
    this.process.send({ clock: ms });
    await moved;
  }

  /** Resolves when `ready` says so; asked again and again. @throws with its last words when it ends before, or after `ms`. */
  async until(ready: () => Promise<boolean>, ms = 60_000): Promise<this> {
    const deadline = performance.now() + ms;
    while (!(await ready().catch(() => false))) {
      if (!this.running) throw new Error(`A process ended while starting: ${this.#said}`);
      if (performance.now() > deadline) throw new Error(`A process did not answer within ${ms} ms: ${this.#said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return this;
  }
}
