import { connect, database } from '../../lib/db/client';
import { parseEnv } from '../../lib/env';
import { beginNewHouse } from './begin-new-house';
import type { HouseChoice } from './choose-house';
import { houseThere } from './demo-state';
import { houseAddress } from './house-address';
import { isOnlyHere } from './only-here';
import { prepareHouse } from './prepare-house';
import { refuseOtherHouse } from './refuse-other-house';
import { seedHouse } from './seed-house';

/**
 * A process that ends: brings the data to this version and makes of an empty database the demo house (`--demo`) or one of somebody's own
 * (`--new`); one that is there stays what it is. The supervisor, which lives as long as the house, then holds none of what this needs.
 * Its last line is JSON: what the person is told about how to come in.
 */
async function main(): Promise<void> {
  const settings = parseEnv(process.env);
  const uri = settings.MONGODB_URI;
  if (uri === undefined) throw new Error('MONGODB_URI is not set.');
  const choice: HouseChoice = process.argv.includes('--new') ? 'new' : 'demo';
  await prepareHouse(uri, settings);
  const client = connect(uri);
  let told: string[];
  try {
    const db = database(client, settings.MONGODB_DB);
    const there = await houseThere(db);
    const named = process.argv.includes('--named');
    if (process.argv.includes('--said')) refuseOtherHouse(choice, there, { dataDir: settings.DATA_DIR, named });
    const kind = there === 'nothing' ? choice : there;
    told =
      kind === 'demo' && !named
        ? await seedHouse(db, settings.DATA_DIR, isOnlyHere(settings))
        : kind === 'new'
          ? await beginNewHouse(db, houseAddress(settings))
          : [];
  } finally {
    await client.close();
  }
  process.stdout.write(`${JSON.stringify({ event: 'furnished', told })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
