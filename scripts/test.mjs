import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { runChecks } = await import('./checks/run-checks.ts');
process.exitCode = await runChecks();
