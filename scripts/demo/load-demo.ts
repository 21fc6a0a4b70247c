import { hashPassword } from '../../lib/auth/password';
import type { Database } from '../../lib/db/client';
import { DEMO_PASSWORD } from '../run/demo-passwords';
import { demoState } from '../run/demo-state';
import { loadAccounts } from './accounts';
import { loadAppointments } from './appointments';
import { loadBells } from './bells';
import { loadClients } from './clients';
import { createDemoContext } from './context';
import { loadConversations } from './conversations';
import { loadFavourites } from './favourites';
import { loadHouse } from './house';
import { loadModels } from './models';
import { loadOrders } from './orders';
import { loadTasks } from './tasks';

/** In this order: each part refers to what stands before it. */
const PARTS = [
  ['The house', loadHouse],
  ['People', loadAccounts],
  ['Client files and measurements', loadClients],
  ['The 24 models and their drawings', loadModels],
  ['What clients keep', loadFavourites],
  ['Orders', loadOrders],
  ['The tasks of the atelier', loadTasks],
  ['Appointments', loadAppointments],
  ['Conversations', loadConversations],
  ['What waits for an answer', loadBells],
] as const;

/** Loads the demo house, its dates relative to today. A load that is cut off leaves the state `loading` behind. */
export async function loadDemo(
  db: Database,
  options: { dataDir: string; report: (line: string) => void },
): Promise<void> {
  await demoState(db).updateOne({ _id: 'demo' }, { $set: { state: 'loading' } }, { upsert: true });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const context = createDemoContext(db, { passwordHash, ...options });
  for (const [words, load] of PARTS) {
    options.report(words);
    await load(context);
  }
  await demoState(db).updateOne({ _id: 'demo' }, { $set: { state: 'loaded', passwordHash, passwords: 'known' } });
}
