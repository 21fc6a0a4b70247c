import { parseEnv } from '../../lib/env';
import { isOnlyHere } from './only-here';
import { prepareHouse } from './prepare-house';
import { seedHouse } from './seed-house';

/**
 * A process that ends: brings the data to this version and, with `--demo`, fills an empty database with the demo house.
 * The supervisor, which lives as long as the house, then holds none of what this needs. Its last line is JSON: what the
 * person is told about the accounts.
 */
async function main(): Promise<void> {
  const settings = parseEnv(process.env);
  const uri = settings.MONGODB_URI;
  if (uri === undefined) throw new Error('MONGODB_URI is not set.');
  await prepareHouse(uri, settings);
  const accounts = process.argv.includes('--demo')
    ? await seedHouse(uri, settings.MONGODB_DB, settings.DATA_DIR, isOnlyHere(settings))
    : [];
  process.stdout.write(`${JSON.stringify({ event: 'furnished', accounts })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
