import { pino } from 'pino';
import { afterEach } from 'vitest';
import type { Database } from '@/lib/db/client';
import { parseEnv } from '@/lib/env';
import { type Limits, limitsOf } from '@/realtime/limits';
import { type RealtimeOptions, type RealtimeServer, startRealtimeServer } from '@/realtime/server';
import { SECRET } from './wire';

/** Starts sidecars for the tests of a file on free ports, and closes them after each test. */
export function setUpSidecar(
  db: () => Database,
): (limits?: Partial<Limits>, more?: Partial<RealtimeOptions>) => Promise<RealtimeServer> {
  const open: RealtimeServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  return async (limits = {}, more = {}) => {
    const server = await startRealtimeServer({
      db: db(),
      secret: SECRET,
      limits: { ...limitsOf(parseEnv({})), presenceMs: 0, drainMs: 500, ...limits },
      origins: { allowed: ['https://maison.example'], appPort: 3000, trustProxy: false },
      host: '127.0.0.1',
      port: 0,
      log: pino({ level: 'silent' }),
      ...more,
    });
    open.push(server);
    while (!server.isWatching()) await new Promise((resolve) => setTimeout(resolve, 20));
    return server;
  };
}
