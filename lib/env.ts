import { z } from 'zod';

/** An empty variable means « not set », as in most compose files. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const port = (fallback: number) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(0).max(65535).default(fallback),
  );
const count = (fallback: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().default(fallback));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3000),
  REALTIME_PORT: port(3001),
  DATA_DIR: z.string().default('.data'),
  MONGODB_URI: optional(z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')),
  MONGODB_DB: z.string().default('fashionflow'),
  DB_PORT: port(0),
  /** Public address of the app, e.g. https://maison.example; by default built from HOST and PORT. */
  APP_URL: optional(z.url()),
  /** Public address of the socket, e.g. wss://maison.example/ws; by default built from the caller's host and REALTIME_PORT. */
  REALTIME_URL: optional(z.string().regex(/^wss?:\/\//, 'must start with ws:// or wss://')),
  /** Origins allowed besides APP_URL, separated by commas. */
  ALLOWED_ORIGINS: z.string().default(''),
  /** Roots separated by commas: the first signs, the others are still believed (docs/keys.md). */
  AUTH_SECRET: optional(
    z
      .string()
      .refine((value) => value.split(',').every((root) => root.trim().length >= 32), 'needs at least 32 characters'),
  ),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')),
  /** By default the house's own name and e-mail address. */
  MAIL_FROM: optional(z.string()),
  /** The house's own keys for push messages (`npx web-push generate-vapid-keys`); without both there are none. */
  VAPID_PUBLIC_KEY: optional(z.string().regex(/^[\w-]{87}$/, 'must be a public VAPID key')),
  VAPID_PRIVATE_KEY: optional(z.string().regex(/^[\w-]{43}$/, 'must be a private VAPID key')),
  /** Push services trusted besides those of the browsers, as origins separated by commas. */
  PUSH_ORIGINS: z.string().default(''),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  /** Where the house keeps its own backups; by default `backups` in DATA_DIR. */
  BACKUP_DIR: optional(z.string()),
  /** When every night, on the house's clock, or `off`; the embedded house makes them at 03:00 unless told otherwise. */
  BACKUP_AT: optional(z.string().regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, 'must be an hour such as 03:00, or off')),
  /** Encrypts the backups. Whoever loses it cannot open them. */
  BACKUP_KEY: optional(z.string().min(12, 'needs at least 12 characters')),
  METRICS_TOKEN: optional(z.string().min(16, 'needs at least 16 characters')),
  TRUST_PROXY: z.preprocess((value) => value === '1' || value === 'true' || value === true, z.boolean()).default(false),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Where every line of the log is sent too; in the open only within this machine. */
  LOG_SHIP_URL: optional(
    z
      .string()
      .regex(
        /^(tls:\/\/[\w.-]+|tls:\/\/\[[\da-f:]+\]|tcp:\/\/(127\.0\.0\.1|localhost|\[::1\])):\d{1,5}$/,
        'must be tls://host:port, or tcp://127.0.0.1:port',
      ),
  ),
  MAX_UPLOAD_BYTES: count(40 * 1024 * 1024),
  /** ClamAV's daemon, which looks into every file that comes; without it none is looked into. */
  CLAMD_URL: optional(
    z.string().regex(/^(tcp:\/\/[^/]+|unix:\/.+)$/, 'must be tcp://host:3310 or unix:/path/of/clamd.ctl'),
  ),
  CLAMD_TIMEOUT_MS: count(30_000),
  RATE_LIMIT_FACTOR: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().positive().default(1),
  ),
  REALTIME_FRAME_BYTES: count(16 * 1024),
  REALTIME_AUTH_MS: count(5_000),
  REALTIME_SOCKETS_PER_USER: count(5),
  REALTIME_SENDS_PER_MINUTE: count(100),
  REALTIME_SEND_BURST: count(20),
  REALTIME_BUFFER_BYTES: count(1024 * 1024),
  REALTIME_PING_MS: count(25_000),
});

export type Env = z.infer<typeof schema>;

/**
 * Reads the environment.
 * @throws Error naming every variable that is wrong and why, one line each.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
}

let cached: Env | undefined;

/** The environment of this process, parsed once on first use (so that a build, which needs none of it, never fails on it). */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
