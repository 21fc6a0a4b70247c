import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { buildIfNeeded } = await import('./run/build.ts');
await buildIfNeeded();
