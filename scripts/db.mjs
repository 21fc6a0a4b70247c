import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { buildPrograms } = await import('./programs.mjs');
const { runDatabaseAlone } = await import(`../${await buildPrograms()}/database-alone.mjs`);
await runDatabaseAlone();
