import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/checks/free-port';
import { connect, database, type Database } from '../../../lib/db/client';
import { prepareDatabase } from '../../../lib/start/prepare-database';
import { SECRET } from '../../support/wire';
import { Child } from './child';

const DATABASE = 'packages/embedded-db/src/main.ts';
const SIDECAR = 'realtime/main.ts';
const DOOR = 'tests/faults/support/door.ts';
const MANY = '1000000';

export interface StageOptions {
  sidecars?: number;
  /** Modules loaded into every process of the house before it starts. */
  preload?: string[];
  /** Modules loaded into the sidecars only. */
  sidecarPreload?: string[];
  databaseEnv?: Record<string, string>;
}

export type Role = 'database' | 'door' | `sidecar ${number}`;

const answers = async (url: string): Promise<boolean> => (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;

/**
 * A house for the fault tests: embedded database, one or more sidecars, the app's door, each a process of its own on a
 * temporary folder. Whatever is ended comes back where it was, as the supervisor of `npm start` would bring it back.
 */
export class Stage {
  readonly children = new Map<Role, Child>();
  #uri = '';

  private constructor(
    private readonly folder: string,
    readonly ports: { door: number; sidecars: number[] },
    private readonly options: StageOptions,
  ) {}

  static async open(options: StageOptions = {}): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'fashionflow-faults-'));
    const sidecars: number[] = [];
    for (let n = 0; n < (options.sidecars ?? 1); n += 1) sidecars.push(await freePort());
    const stage = new Stage(folder, { door: await freePort(), sidecars }, options);
    try {
      await stage.start('database');
      const client = connect(stage.uri);
      await prepareDatabase(database(client, 'house'));
      await client.close();
      await Promise.all([stage.start('door'), ...sidecars.map((_, n) => stage.start(`sidecar ${n}`))]);
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  get dataDir(): string {
    return join(this.folder, 'database');
  }

  /** The same after each start: a socket in the data folder. */
  get uri(): string {
    return this.#uri;
  }

  get door(): string {
    return `http://127.0.0.1:${this.ports.door}`;
  }

  child(role: Role): Child {
    const child = this.children.get(role);
    if (!child) throw new Error(`${role} was never started`);
    return child;
  }

  /** Looks into the database from outside; close what it gives. */
  look(): Database {
    return database(connect(this.uri), 'house');
  }

  async start(role: Role): Promise<void> {
    const { preload = [], sidecarPreload = [], databaseEnv } = this.options;
    const env = {
      AUTH_SECRET: SECRET,
      MONGODB_URI: this.uri,
      MONGODB_DB: 'house',
      DATA_DIR: this.folder,
      HOST: '127.0.0.1',
      RATE_LIMIT_FACTOR: MANY,
      REALTIME_SENDS_PER_MINUTE: MANY,
      REALTIME_SEND_BURST: MANY,
      REALTIME_SOCKETS_PER_USER: '50',
    };
    if (role === 'database') {
      const child = await Child.start({
        file: DATABASE,
        args: ['--data-dir', this.dataDir],
        env: databaseEnv,
        preload,
      });
      this.children.set(role, child);
      await child.until(async () => child.said.includes('"event":"ready"'));
      const line = child.said.split('\n').find((one) => one.includes('"event":"ready"')) ?? '';
      this.#uri = (JSON.parse(line) as { uri: string }).uri;
    } else if (role === 'door') {
      const { door } = this.ports;
      const child = await Child.start({ file: DOOR, args: [String(door)], env, preload });
      this.children.set(role, child);
      await child.until(() => answers(`${this.door}/live`));
    } else {
      const port = this.ports.sidecars[Number(role.split(' ')[1])] ?? 0;
      const own = { ...env, REALTIME_PORT: String(port) };
      const child = await Child.start({ file: SIDECAR, env: own, preload: [...preload, ...sidecarPreload] });
      this.children.set(role, child);
      await child.until(() => answers(`http://127.0.0.1:${port}/health/live`));
    }
  }

  /** `kill -9`, and the start that follows it. */
  async killAndStart(role: Role): Promise<void> {
    await this.child(role).kill();
    await this.start(role);
  }

  /** Ends its processes, the database last, and takes the folder away. */
  async close(): Promise<void> {
    const { database: last, ...others } = Object.fromEntries(this.children);
    for (const child of this.children.values()) child.signal('SIGCONT');
    await Promise.all(Object.values(others).map((child) => child?.kill()));
    await last?.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
