import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runHouse } = await import('./house/run-house.ts');
await runHouse({ dev: process.argv.includes('--dev') });
