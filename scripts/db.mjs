import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runDatabaseAlone } = await import('./run/run-database-alone.ts');
await runDatabaseAlone();
