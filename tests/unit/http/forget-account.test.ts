import { beforeEach, expect, it, vi } from 'vitest';
import { forgetAccount } from '@/lib/http/forget-account';
import { outboxPrefix } from '@/lib/http/outbox';

/** A browser's store: its keys are its own properties. */
class Store {
  [key: string]: unknown;
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}
let store: Store;
beforeEach(() => {
  store = new Store();
  vi.stubGlobal('localStorage', store);
});

it('leaves nothing on the device that waited to be sent for the account, and touches no other’s', async () => {
  for (const account of ['awa', 'nora']) store.setItem(`${outboxPrefix(account)}c1:m1`, '{}');
  store.setItem('theme', 'dark');
  await forgetAccount('awa');
  expect(Object.keys(store).sort()).toEqual([`${outboxPrefix('nora')}c1:m1`, 'theme']);
});
