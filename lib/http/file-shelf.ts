/**
 * Files that were joined and have not reached the house yet, in the browser's own database: a reload, a closed tab or a
 * night without a network do not lose a picture or a voice. Each lies under `<account>:<key>`.
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

/** Keeps a file. @returns false where the browser refuses (a private window, a full disk): it lives as long as the page */
export const shelve = (account: string, key: string, file: File): Promise<boolean> =>
  run('readwrite', (store) => store.put(file, `${account}:${key}`)).then(
    () => true,
    () => false,
  );

/** A file that was kept, if it is still there. */
export const unshelve = (account: string, key: string): Promise<File | undefined> =>
  run<unknown>('readonly', (store) => store.get(`${account}:${key}`)).then(
    (file) => (file instanceof File ? file : undefined),
    () => undefined,
  );

export const forgetShelved = (account: string, key: string): Promise<void> =>
  run('readwrite', (store) => store.delete(`${account}:${key}`)).then(
    () => undefined,
    () => undefined,
  );

/** Forgets every file of an account: it signs out of this device. */
export const clearShelf = (account: string): Promise<void> =>
  run('readwrite', (store) => store.delete(IDBKeyRange.bound(`${account}:`, `${account}:\uffff`))).then(
    () => undefined,
    () => undefined,
  );
