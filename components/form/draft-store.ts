const PREFIX = 'ff-draft';

/** Under which a draft is kept: each account of a shared device has its own. */
export const draftName = (account: string, key: string): string => `${PREFIX}:${account}:${key}`;

type Listener = () => void;

/**
 * What was typed and not sent yet, as JSON by name, in the storage of the browser. Where storage is refused (a private
 * window, a full disk) a draft lives as long as the page.
 */
export class DraftStore {
  readonly #memory = new Map<string, string>();
  readonly #listeners = new Set<Listener>();

  /** @param storage asked at each use: it throws where the browser forbids it, and does not exist on the server */
  constructor(private readonly storage: () => Storage) {}

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The draft of that name; null when there is none. */
  read(name: string): string | null {
    const unkept = this.#memory.get(name);
    if (unkept !== undefined) return unkept;
    try {
      return this.storage().getItem(name);
    } catch {
      return null;
    }
  }

  /** Whether the draft is there after a reload too. */
  isKept(name: string): boolean {
    return !this.#memory.has(name) && this.read(name) !== null;
  }

  /** Keeps a draft, or forgets it with null. */
  write(name: string, json: string | null): void {
    this.#memory.delete(name);
    try {
      if (json === null) this.storage().removeItem(name);
      else this.storage().setItem(name, json);
    } catch {
      if (json !== null) this.#memory.set(name, json);
    }
    this.changed();
  }

  /** Forgets every draft of an account: it signs out of this device. */
  forget(account: string): void {
    const start = draftName(account, '');
    for (const name of [...this.#memory.keys()]) if (name.startsWith(start)) this.#memory.delete(name);
    try {
      const storage = this.storage();
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const name of names) if (name?.startsWith(start)) storage.removeItem(name);
    } catch {
      // No storage, nothing kept.
    }
    this.changed();
  }

  /** Another tab wrote (the browser's `storage` event), or this one. @param name null when everything was cleared */
  readonly changed = (name?: string | null): void => {
    if (typeof name === 'string' && !name.startsWith(PREFIX)) return;
    if (typeof name === 'string') this.#memory.delete(name);
    for (const listener of [...this.#listeners]) listener();
  };
}

/** The drafts of this browser. */
export const drafts = new DraftStore(() => window.localStorage);

if (typeof window !== 'undefined') window.addEventListener('storage', (event) => drafts.changed(event.key));
