/** What this browser keeps under a key; null when there is none, or when storage is refused. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps words in this browser, or forgets what was there.
 * @returns whether this could be done: a private window lets them live as long as the page
 */
export function writeStored(key: string, words: string | undefined): boolean {
  try {
    if (words === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, words);
    return true;
  } catch {
    return false;
  }
}

/** Forgets one key, or with `:` at its end everything under it. */
export function forgetStored(key: string): void {
  for (const one of key.endsWith(':') ? storedKeys(key) : [key]) writeStored(one, undefined);
}

/** The keys that begin with a prefix; none where storage is refused. */
export function storedKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/**
 * Hears what other tabs of this browser keep or forget under a prefix.
 * @returns stops listening
 */
export function onStored(prefix: string, listener: (key: string) => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const hear = ({ key }: StorageEvent) => {
    if (key?.startsWith(prefix)) listener(key);
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
