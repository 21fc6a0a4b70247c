import { bootstrap, understandTypeScript } from './bootstrap.mjs';

await bootstrap();
const dev = process.argv.includes('--dev');
let supervisor = './run/run-house.ts';
if (dev) await understandTypeScript();
else {
  const { buildPrograms } = await import('./programs.mjs');
  supervisor = `../${await buildPrograms()}/supervisor.mjs`;
}
const { runHouse } = await import(supervisor);
await runHouse({ dev });
