import { openBytes, sealBytes } from './device-seal';

/**
 * Files that were joined and have not reached the house yet, in the browser's own database: a reload, a closed tab or a
 * night without a network do not lose a picture or a voice. Each lies sealed under `<account>:<key>`.
 */
const NAME = 'fashionflow-files';
const STORE = 'files';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser refuses to keep files'));
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the browser refuses to keep files'));
    });
  } finally {
    database.close();
  }
}

/** What the browser would not keep lives as long as the page. */
const held = new Map<string, File>();

/** A file as it lies there: its name and its bytes sealed. */
interface Shelved {
  name: Uint8Array;
  type: string;
  sealed: Uint8Array;
}

const isShelved = (value: unknown): value is Shelved =>
  typeof value === 'object' &&
  value !== null &&
  'sealed' in value &&
  value.sealed instanceof Uint8Array &&
  'name' in value &&
  value.name instanceof Uint8Array;

/**
 * Keeps a file.
 * @returns false where the browser refuses (a private window, a full disk) or the page has no key: it lives as long as the page
 */
export async function shelve(account: string, key: string, file: File): Promise<boolean> {
  const place = `${account}:${key}`;
  const sealed = sealBytes(account, place, new Uint8Array(await file.arrayBuffer()));
  const name = sealBytes(account, `${place} name`, new TextEncoder().encode(file.name));
  if (!sealed || !name) {
    held.set(place, file);
    return false;
  }
  const shelved = { name, type: file.type, sealed };
  return run('readwrite', (store) => store.put(shelved, place)).then(
    () => true,
    () => {
      held.set(`${account}:${key}`, file);
      return false;
    },
  );
}

/** A file that was kept, if it is still there and this account's. */
export async function unshelve(account: string, key: string): Promise<File | undefined> {
  const place = `${account}:${key}`;
  const kept = await run<unknown>('readonly', (store) => store.get(place)).catch(() => undefined);
  // As an earlier version kept it.
  if (kept instanceof File) return kept;
  if (!isShelved(kept)) return held.get(place);
  const bytes = openBytes(account, place, kept.sealed);
  const name = openBytes(account, `${place} name`, kept.name);
  return bytes && name && new File([bytes], new TextDecoder().decode(name), { type: kept.type });
}

export const forgetShelved = (account: string, key: string): Promise<void> => {
  held.delete(`${account}:${key}`);
  return run('readwrite', (store) => store.delete(`${account}:${key}`)).then(
    () => undefined,
    () => undefined,
  );
};

/** Forgets every file of an account: it signs out of this device. */
export const clearShelf = (account: string): Promise<void> =>
  run('readwrite', (store) => store.delete(IDBKeyRange.bound(`${account}:`, `${account}:\uffff`))).then(
    () => undefined,
    () => undefined,
  );
