import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runHouse } = await import('./run/run-house.ts');
await runHouse({ dev: process.argv.includes('--dev') });
