import { appDatabase } from '../lib/db/client';
import { env } from '../lib/env';
import { log } from '../lib/log';
import { startJobs } from '../lib/jobs/start-jobs';
import { prepareDatabase } from '../lib/start/prepare-database';
import { limitsOf } from './limits';
import { startRealtimeServer } from './server';

/** Starts the sidecar and stops it on the signals of a supervisor: sockets first, database last. */
async function main(): Promise<void> {
  const settings = env();
  const logger = log().child({ process: 'realtime' });
  if (!settings.AUTH_SECRET) throw new Error('AUTH_SECRET is not set: tickets cannot be checked.');
  const db = appDatabase();
  // The app does the same: whichever starts first does the work, and neither serves before it is done.
  await prepareDatabase(db);
  const server = await startRealtimeServer({
    db,
    secret: settings.AUTH_SECRET,
    limits: limitsOf(settings),
    origins: {
      allowed: [settings.APP_URL, ...settings.ALLOWED_ORIGINS.split(',')]
        .filter((one): one is string => Boolean(one?.trim()))
        .map((one) => one.trim().replace(/\/$/, '')),
      appPort: settings.PORT,
      trustProxy: settings.TRUST_PROXY,
    },
    host: settings.HOST,
    port: settings.REALTIME_PORT,
    log: logger,
    metricsToken: settings.METRICS_TOKEN,
    processMetrics: true,
  });
  logger.info({ port: server.port }, 'the sidecar listens');
  // Here, because this process alone lives as long as the house whatever the app is doing; two of them do no harm.
  const stopJobs = startJobs(db, logger);
  const stop = async (signal: string): Promise<void> => {
    logger.info({ signal }, 'stopping');
    await stopJobs();
    await server.close();
    await db.client.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'unhandled rejection'));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
