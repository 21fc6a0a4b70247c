import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './sentence';

export interface ChildOptions {
  name: string;
  /** Arguments to node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Resolves when the process answers; asked again and again until it does. */
  ready: () => Promise<boolean>;
  /** Called for each line that is not kept for the person (JSON log lines pass through). */
  onLine?: (line: string) => void;
  /** Hears everything that it says, too. */
  tap?: (chunk: Buffer) => void;
}

const SLOWEST_RESTART_MS = 5_000;

/**
 * A process of the house: started, waited for, started again when it dies, and stopped. It runs in a process group of
 * its own so that Ctrl-C reaches only the supervisor, which then stops everything in order; the IPC channel ends with the
 * supervisor, and the child with it (see die-with-parent.mjs).
 */
export class Child {
  #process: ChildProcess | undefined;
  #stopping = false;
  #failures = 0;
  #lastWords = '';

  constructor(private readonly options: ChildOptions) {}

  /**
   * Starts the process and waits until it answers.
   * @throws Error with its last words when it ends before.
   */
  async start(timeoutMs = 60_000): Promise<void> {
    const child = this.#launch();
    const deadline = performance.now() + timeoutMs;
    while (!(await this.options.ready())) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(this.#lastWords.trim() || `The ${this.options.name} stopped while starting.`);
      if (performance.now() > deadline)
        throw new Error(`The ${this.options.name} did not answer within ${timeoutMs / 1000} s.`);
      await wait(100);
    }
    this.#failures = 0;
    child.once('exit', (code, signal) => void this.#restart(code, signal));
    if (child.exitCode !== null || child.signalCode !== null) void this.#restart(child.exitCode, child.signalCode);
  }

  #launch(): ChildProcess {
    const child = spawn(process.execPath, this.options.args, {
      env: this.options.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    this.#process = child;
    this.#lastWords = '';
    child.stdout?.on('data', (chunk: Buffer) => this.#pass(chunk, process.stdout));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-2_000);
      this.#pass(chunk, process.stderr);
    });
    return child;
  }

  #pass(chunk: Buffer, to: NodeJS.WriteStream): void {
    this.options.tap?.(chunk);
    if (this.options.onLine)
      for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) this.options.onLine(line);
    else to.write(chunk);
  }

  async #restart(code: number | null, signal: NodeJS.Signals | null): Promise<void> {
    if (this.#stopping) return;
    const pause = Math.min(SLOWEST_RESTART_MS, 200 * 2 ** this.#failures);
    this.#failures += 1;
    say(
      `The ${this.options.name} stopped (${signal ?? `exit ${code ?? '?'}`}); it is started again. The others carry on.`,
    );
    await wait(pause);
    if (this.#stopping) return;
    try {
      await this.start();
      say(`The ${this.options.name} is back.`);
    } catch {
      void this.#restart(this.#process?.exitCode ?? null, this.#process?.signalCode ?? null);
    }
  }

  /** Asks the process to stop, and ends it when it has not within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.#signal('SIGTERM');
    const late = new AbortController();
    await Promise.race([ended, wait(graceMs, undefined, { signal: late.signal }).then(() => this.#signal('SIGKILL'))]);
    late.abort();
    await ended;
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // It ended between the look and the call.
    }
  }
}
