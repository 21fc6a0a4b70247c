import { useSyncExternalStore } from 'react';
import { api } from '@/lib/http/api';
import { type Visitor, whoVisits } from '@/lib/http/visitor';

/**
 * Who looks and which models they keep, for all hearts of a page: asked once, after the page is there, because public pages
 * are the same for everyone and know nobody.
 */
export interface Hearts {
  who: Visitor;
  kept: ReadonlySet<string>;
}

const NOBODY: Hearts = { who: 'visitor', kept: new Set() };
let hearts: Hearts = NOBODY;
let asked: Promise<void> | undefined;
const listeners = new Set<() => void>();

function set(next: Hearts): void {
  hearts = next;
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  const who = await whoVisits();
  if (who !== 'client') return set({ who, kept: new Set() });
  const { items } = await api<{ items: { id: string }[] }>('/api/me/favourites?limit=100');
  set({ who, kept: new Set(items.map(({ id }) => id)) });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // A network that is away leaves everybody a visitor: the heart then leads to the sign-in page, which says more.
  asked ??= ask().catch(() => {
    asked = undefined;
  });
  return () => listeners.delete(listener);
}

export const useHearts = (): Hearts =>
  useSyncExternalStore(
    subscribe,
    () => hearts,
    () => NOBODY,
  );

/**
 * Keeps a model or lets it go; shown at once, taken back when the house refuses.
 * @throws ApiError, TypeError when the network is away.
 */
export async function setKept(modelId: string, keep: boolean): Promise<void> {
  const before = hearts;
  const kept = new Set(hearts.kept);
  if (keep) kept.add(modelId);
  else kept.delete(modelId);
  set({ ...hearts, kept });
  try {
    await api(`/api/models/${modelId}/favourite`, { method: keep ? 'PUT' : 'DELETE' });
  } catch (error) {
    set(before);
    throw error;
  }
}
