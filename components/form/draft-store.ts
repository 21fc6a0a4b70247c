import { open, seal } from '@/lib/http/device-seal';

/** Before every draft's name. */
export const DRAFTS = 'ff-draft:';

/** Under which a draft is kept: each account of a shared device has its own. */
export const draftName = (account: string, key: string): string => `${DRAFTS}${account}:${key}`;

const accountOf = (name: string): string => name.slice(DRAFTS.length).split(':', 1)[0] ?? '';

type Listener = () => void;

/**
 * What was typed and not sent yet, as JSON by name, in the storage of the browser, sealed with the account's key. Where storage
 * is refused (a private window, a full disk) a draft lives as long as the page.
 */
export class DraftStore {
  readonly #memory = new Map<string, string>();
  /** The last reading of each: a page asks at every stroke. */
  readonly #opened = new Map<string, { sealed: string; json: string | null }>();
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
      const sealed = this.storage().getItem(name);
      if (sealed === null) return null;
      const last = this.#opened.get(name);
      if (last?.sealed === sealed) return last.json;
      const json = open(accountOf(name), name, sealed) ?? null;
      this.#opened.set(name, { sealed, json });
      return json;
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
      const sealed = json === null ? undefined : seal(accountOf(name), name, json);
      if (sealed === undefined) {
        this.#opened.delete(name);
        this.storage().removeItem(name);
        if (json !== null) this.#memory.set(name, json);
      } else {
        this.storage().setItem(name, sealed);
        this.#opened.set(name, { sealed, json });
      }
    } catch {
      if (json !== null) this.#memory.set(name, json);
    }
    this.changed();
  }

  /** Forgets every draft of an account: it signs out of this device. */
  forget(account: string): void {
    const start = draftName(account, '');
    this.#opened.clear();
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
    if (typeof name === 'string' && !name.startsWith(DRAFTS)) return;
    if (typeof name === 'string') this.#memory.delete(name);
    for (const listener of [...this.#listeners]) listener();
  };
}

/** The drafts of this browser. */
export const drafts = new DraftStore(() => window.localStorage);

/** Those that only this tab keeps. */
export const tabDrafts = new DraftStore(() => window.sessionStorage);

if (typeof window !== 'undefined') window.addEventListener('storage', (event) => drafts.changed(event.key));
