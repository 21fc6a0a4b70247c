// A command for whoever runs the house: `node scripts/command.mjs backup …`. It installs and builds what it needs, as `npm start` does.
import { bootstrap } from './bootstrap.mjs';

const [, , name = '', ...given] = process.argv;
const calledFrom = process.cwd();
await bootstrap();
const { buildPrograms } = await import('./programs.mjs');
const { runNamed } = await import(`../${await buildPrograms()}/commands.mjs`);
await runNamed(name, given, calledFrom);
