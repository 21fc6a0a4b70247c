import { bootstrap, understandTypeScript } from './bootstrap.mjs';

await bootstrap();
const { buildPrograms } = await import('./programs.mjs');
await buildPrograms();
await understandTypeScript();
const { buildIfNeeded } = await import('./run/build.ts');
await buildIfNeeded();
