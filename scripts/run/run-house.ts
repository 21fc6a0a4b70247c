import { resolve } from 'node:path';
import { type Env, parseEnv } from '../../lib/env';
import { machineLocale } from '../../lib/i18n/machine-locale';
import { translator } from '../../lib/i18n/translate';
import { buildIfNeeded } from './build';
import { checkDataDir, checkPort } from './checks';
import { Child } from './child';
import { askChoice, chooseHouse, type HouseChoice, startOptions } from './choose-house';
import { furnish } from './furnish';
import { houseAddress, localAddress } from './house-address';
import { keepNights } from './keep-nights';
import { LogShipper } from './log-shipper';
import { programArgs, type ProgramForm, type ProgramName } from './program';
import { authSecret } from './secrets';
import { say, StartRefused, step } from './sentence';
import { startDatabase } from './start-database';

/** Whether an address answers at all with 2xx. */
const answers = (url: string) => async (): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

/** Everything the house has running, stopped in the order that loses nothing: the database last. */
class House {
  readonly #children: Child[] = [];
  readonly #form: ProgramForm;
  #stopped: Promise<void> | undefined;
  #stopNights = (): void => undefined;
  #shipper: LogShipper | undefined;

  constructor(
    private readonly settings: Env,
    private readonly dev: boolean,
    /** What was written behind `npm start --`. */
    private readonly said: HouseChoice | undefined,
  ) {
    this.#form = dev ? 'source' : 'built';
  }

  async #run(child: Child): Promise<void> {
    this.#children.push(child);
    await child.start();
  }

  /** Starts the database before anything else: it says whether the data folder is free. */
  async #openDatabase(dataDir: string, env: NodeJS.ProcessEnv): Promise<string> {
    await checkPort('127.0.0.1', this.settings.DB_PORT, 'DB_PORT');
    const { child, uri } = await startDatabase(dataDir, this.settings.DB_PORT, this.#form, env);
    this.#children.push(child);
    return uri;
  }

  /** Which house an empty database becomes; one that is there stays what it is. */
  async #choose(dataDir: string): Promise<HouseChoice> {
    // Nobody's trial: a MongoDB that somebody named holds a house of their own.
    if (this.settings.MONGODB_URI !== undefined) return this.said ?? 'new';
    const { stdin, stdout } = process;
    const terminal = stdin.isTTY && stdout.isTTY;
    return chooseHouse(dataDir, this.said, terminal ? () => askChoice(stdin, stdout, words()) : undefined);
  }

  /** Opens the house; what cannot be mended by trying again is a StartRefused. */
  async open(): Promise<void> {
    const { settings, dev } = this;
    const dataDir = resolve(settings.DATA_DIR);
    checkDataDir(dataDir);
    const choice = await this.#choose(dataDir);

    const embedded = settings.MONGODB_URI === undefined;
    // Whoever runs a MongoDB may save it in a way of their own; the embedded house is saved unless told otherwise.
    const BACKUP_AT = settings.BACKUP_AT ?? (embedded ? '03:00' : 'off');
    const base: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATA_DIR: dataDir,
      BACKUP_AT,
      AUTH_SECRET: authSecret(dataDir, settings.AUTH_SECRET),
      HOST: settings.HOST,
      PORT: String(settings.PORT),
      REALTIME_PORT: String(settings.REALTIME_PORT),
      // next-auth builds its addresses from the host the caller used, as app-server.ts hands it on.
      ...(settings.APP_URL ? { NEXTAUTH_URL: settings.APP_URL } : { AUTH_TRUST_HOST: 'true' }),
    };
    const uri = settings.MONGODB_URI ?? (await this.#openDatabase(dataDir, base));
    await checkPort(settings.HOST, settings.PORT, 'PORT');
    await checkPort(settings.HOST, settings.REALTIME_PORT, 'REALTIME_PORT');
    // The development server builds as it goes, from the same fonts.
    await (dev ? import('./make-fonts').then(({ makeFonts }) => makeFonts()) : buildIfNeeded());
    const withDatabase = { ...base, MONGODB_URI: uri };
    const told = await furnish(this.#form, withDatabase, {
      choice,
      said: this.said !== undefined,
      named: !embedded,
    });

    if (settings.LOG_SHIP_URL !== undefined)
      this.#shipper = new LogShipper(settings.LOG_SHIP_URL, (words) => process.stderr.write(`${words}\n`));
    const run = (name: string, program: ProgramName, port: number, path: string) =>
      this.#run(
        new Child({
          name,
          args: [...programArgs(program, this.#form), ...(dev ? ['--dev'] : [])],
          env: withDatabase,
          tap: this.#shipper?.tap(program),
          ready: answers(`${localAddress(settings.HOST, port)}${path}`),
        }),
      );
    await step('Starting the conversation server and the app', async () => {
      await Promise.all([
        run('conversation server', 'realtime', settings.REALTIME_PORT, '/health/live'),
        run('app', 'app', settings.PORT, '/api/health/ready'),
      ]);
    });
    this.#stopNights = keepNights(this.#form, { ...settings, DATA_DIR: dataDir, BACKUP_AT }, withDatabase);
    this.#welcome(houseAddress(settings), told);
  }

  #welcome(address: string, told: readonly string[]): void {
    say();
    say(`  FashionFlow is open:  ${address}`);
    if (told.length > 0) say(`\n${told.map((line) => (line ? `  ${line}` : '')).join('\n')}`);
    say('\n  Ctrl-C closes the house.\n');
  }

  /** Closes everything within five seconds; may be called twice. */
  close(): Promise<void> {
    this.#stopped ??= (async () => {
      this.#stopNights();
      const [database, ...others] =
        this.settings.MONGODB_URI === undefined ? this.#children : [undefined, ...this.#children];
      await Promise.all(others.map((child) => child?.stop(3_000)));
      await database?.stop(1_500);
      await this.#shipper?.close();
    })();
    return this.#stopped;
  }
}

const words = () => translator(machineLocale(process.env), 'commands');

/** `npm start` and `npm run dev`: opens the house, keeps it open, closes it on a signal. */
export async function runHouse({ dev }: { dev: boolean }): Promise<void> {
  let house: House | undefined;
  const leave = async (code: number) => {
    await house?.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      say('\nClosing the house…');
      void leave(0);
    });
  }
  try {
    const { help, choice } = startOptions(process.argv.slice(2), words());
    if (help) {
      say(`\n${words()('start.help')}\n`);
      process.exit(0);
    }
    house = new House(parseEnv(process.env), dev, choice);
    await house.open();
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const words = full
      ? 'The disk is full: FashionFlow could not write its data. Free some space and start again.'
      : error instanceof Error
        ? error.message
        : String(error);
    process.stderr.write(`\n  ${words}\n\n`);
    if (!(error instanceof StartRefused) && process.env['DEBUG']) console.error(error);
    await leave(1);
  }
}
