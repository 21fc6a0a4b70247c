import { bootstrap, understandTypeScript } from './bootstrap.mjs';

await bootstrap();
await understandTypeScript();
const { runChecks } = await import('./checks/run-checks.ts');
process.exitCode = await runChecks();
