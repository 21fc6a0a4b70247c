import { forgetStored } from '../browser-storage';
import { clearShelf } from './file-shelf';
import { outboxPrefix } from './outbox';

/** Forgets what waits to leave for an account that signs out of this device: the next person finds nothing of it. */
export function forgetAccount(account: string): void {
  forgetStored(outboxPrefix(account));
  void clearShelf(account);
}
