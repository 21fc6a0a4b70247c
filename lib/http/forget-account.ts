import { forgetStored } from '../browser-storage';
import { clearShelf } from './file-shelf';
import { outboxPrefix } from './outbox';

/**
 * Forgets what waits to leave for an account that signs out of this device: the next person finds nothing of it.
 * @returns when its files are gone too; a page that is left before may take them along
 */
export async function forgetAccount(account: string): Promise<void> {
  forgetStored(outboxPrefix(account));
  await clearShelf(account);
}
