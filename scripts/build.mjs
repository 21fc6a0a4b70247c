import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { buildIfNeeded } = await import('./house/build.ts');
await buildIfNeeded();
