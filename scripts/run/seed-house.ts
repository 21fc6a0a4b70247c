import type { Database } from '../../lib/db/client';
import { prepareDatabase } from '../../lib/start/prepare-database';
import { loadDemo } from '../demo/load-demo';
import { DEMO_PASSWORD, fitDemoPasswords } from './demo-passwords';
import { demoState, isEmpty } from './demo-state';
import { say } from './sentence';

/** What the person is told about the demo accounts; empty in a real house. */
async function accountLines(db: Database, printed: string | undefined): Promise<string[]> {
  const state = await demoState(db).findOne({ _id: 'demo' });
  if (!state?.passwordHash) return [];
  const password =
    printed ?? (state.passwords === 'known' ? DEMO_PASSWORD : 'printed when this house first listened beyond loopback');
  return [
    'Demo accounts (password: ' + password + ')',
    '  owner@fashionflow.test        Inès Haddad, runs the house',
    '  couturier@fashionflow.test    Claire Morel, couturière',
    '  couturier2@fashionflow.test   Mathieu Carpentier, couturier',
    '  client@fashionflow.test       Awa Diallo, client of Claire',
    '  client2@fashionflow.test      Camille Roussel, client of Mathieu',
  ];
}

/**
 * Fills an empty database, which is prepared, with the demo house (again when the first load was cut off), and fits the demo passwords
 * to where the app listens.
 * @returns the lines about the accounts for the welcome
 */
export async function seedHouse(db: Database, dataDir: string, loopback: boolean): Promise<string[]> {
  const state = await demoState(db).findOne({ _id: 'demo' });
  if (state?.state === 'loading') {
    await db.db.dropDatabase();
    await prepareDatabase(db);
  }
  if (state?.state === 'loading' || (await isEmpty(db))) {
    say('Loading the demo house (first run only)…');
    await loadDemo(db, { dataDir, report: (line) => say(`  ${line}`) });
  }
  const printed = await fitDemoPasswords(db, loopback);
  return accountLines(db, printed);
}
