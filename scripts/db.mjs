import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runDatabaseAlone } = await import('./house/run-database-alone.ts');
await runDatabaseAlone();
