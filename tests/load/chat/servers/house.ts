import { pino } from 'pino';
import { connect, database } from '../../../../lib/db/client';
import { parseEnv } from '../../../../lib/env';
import { limitsOf } from '../../../../realtime/limits';
import { startRealtimeServer } from '../../../../realtime/server';
import { SECRET } from '../../../support/wire';
import { place, report } from './report';

/** The house's own sidecar, as `realtime/main.ts` makes it, with limits that let a machine write as fast as it can. */
const { uri, name } = place();
const many = '1000000';
const limits = limitsOf(parseEnv({ REALTIME_SENDS_PER_MINUTE: many, REALTIME_SEND_BURST: many }));

async function main(): Promise<void> {
  const server = await startRealtimeServer({
    db: database(connect(uri), name),
    secret: SECRET,
    limits,
    origins: { allowed: [], appPort: 3000, trustProxy: false },
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'warn' }),
  });
  report(server.port);
}

void main();
