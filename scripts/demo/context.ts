import { ObjectId } from 'mongodb';
import { dayStart } from '../../lib/calendar';
import type { Database } from '../../lib/db/client';
import { dayKey, TIME_ZONE } from '../../lib/i18n/format';
import { CLIENTS, type ClientKey, STAFF, type StaffKey } from './people';

/** What every part of the demo house is given. */
export interface DemoContext {
  db: Database;
  /** The moment of loading: every date of the demo is relative to it. */
  now: Date;
  /** 0 ≤ n < 1, the same row of numbers at every load. */
  random: () => number;
  /** Accounts by key: the staff (`ines`, `claire`, `mathieu`, `sofia`) and every client who has one. */
  accounts: Record<StaffKey | ClientKey, ObjectId>;
  /** Client files by key. Known from the start: accounts name their file before the file is written. */
  clients: Record<ClientKey, ObjectId>;
  /** Models by slug, filled by the models' part. */
  models: Record<string, ObjectId>;
  /** argon2id hash of the demo password, the same for every account. */
  passwordHash: string;
  dataDir: string;
  report: (line: string) => void;
  /** A moment on the atelier's clock, `offset` days from today; midnight unless an hour is given. */
  day: (offset: number, hour?: number, minute?: number) => Date;
}

/** A small seeded generator (mulberry32): the demo looks the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Milliseconds the atelier's clock is ahead of UTC at that moment. */
function offsetAt(moment: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(moment.getTime() / 60_000) * 60_000;
}

/** The moment the atelier's clock shows this day and hour. */
function atelierTime(now: Date, offset: number, hour: number, minute: number): Date {
  const wall = dayStart(dayKey(now)) + ((offset * 24 + hour) * 60 + minute) * 60_000;
  return new Date(wall - offsetAt(new Date(wall - offsetAt(new Date(wall)))));
}

/** The context of one load. */
export function createDemoContext(
  db: Database,
  options: { passwordHash: string; dataDir: string; report: (line: string) => void; now?: Date },
): DemoContext {
  const now = options.now ?? new Date();
  const ids = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, new ObjectId()])) as Record<K, ObjectId>;
  return {
    db,
    now,
    random: seeded(2026),
    accounts: ids<StaffKey | ClientKey>([...STAFF.map(({ key }) => key), ...CLIENTS.map(({ key }) => key)]),
    clients: ids(CLIENTS.map(({ key }) => key)),
    models: {},
    passwordHash: options.passwordHash,
    dataDir: options.dataDir,
    report: options.report,
    day: (offset, hour = 0, minute = 0) => atelierTime(now, offset, hour, minute),
  };
}
