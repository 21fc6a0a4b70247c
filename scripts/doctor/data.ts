import { acts } from '../../lib/audit/documents';
import { isHalfRestored } from '../../lib/backup/restore-backup';
import { MINUTE_MS } from '../../lib/calendar';
import type { Database } from '../../lib/db/client';
import { ALL_MIGRATIONS } from '../../lib/db/migrations/all-migrations';
import { isBehind, NewerSchemaError } from '../../lib/db/migrations/run-migrations';
import { ALL_INDEXES } from '../../lib/start/all-indexes';
import { missingIndexes } from '../../lib/start/missing-indexes';
import { PROGRAM_VERSION } from '../../lib/program-version';
import type { Found } from './finding';

const SLOW_MS = 250;
const SKEW_MS = 2_000;

/** Whether the database answers, and how fast. @throws whatever it says when it does not */
export async function lookAtDatabase(db: Database): Promise<Found> {
  await db.db.command({ ping: 1 });
  const started = performance.now();
  await db.db.collection('house').findOne({});
  const ms = Math.round(performance.now() - started);
  return ms > SLOW_MS
    ? { state: 'ill', found: 'databaseSlow', values: { ms } }
    : { state: 'well', found: 'databaseFast', values: { ms } };
}

/** Whether the data are of the version that this program reads and writes. */
export async function lookAtData(db: Database): Promise<Found> {
  const values = { program: PROGRAM_VERSION, data: ALL_MIGRATIONS.length };
  if (await isHalfRestored(db)) return { state: 'ill', found: 'dataHalf' };
  try {
    if (await isBehind(db, ALL_MIGRATIONS)) return { state: 'ill', found: 'dataBehind', values };
  } catch (error) {
    if (error instanceof NewerSchemaError) return { state: 'ill', found: 'dataNewer', values };
    throw error;
  }
  const missing = await missingIndexes(db, ALL_INDEXES);
  return missing.length > 0
    ? { state: 'ill', found: 'indexesMissing', values: { n: missing.length } }
    : { state: 'well', found: 'dataFit', values };
}

/** The machine's clock against the server's, and against what was written last: a clock that went back dates everything wrongly. */
export async function lookAtClock(db: Database): Promise<Found> {
  const before = Date.now();
  const { localTime } = (await db.db.admin().command({ hello: 1 })) as { localTime?: Date };
  const skew = localTime ? localTime.getTime() - (before + Date.now()) / 2 : 0;
  if (Math.abs(skew) > SKEW_MS)
    return { state: 'ill', found: 'clockSkewed', values: { seconds: Math.round(skew / 1000) } };
  const last = await acts(db).findOne({}, { sort: { at: -1 }, projection: { at: 1 } });
  const ahead = (last?.at.getTime() ?? 0) - Date.now();
  return ahead > MINUTE_MS
    ? { state: 'ill', found: 'clockBack', values: { minutes: Math.ceil(ahead / MINUTE_MS) } }
    : { state: 'well', found: 'clockRight' };
}
