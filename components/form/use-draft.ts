'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type * as v from 'valibot';
import { useAccount } from './account';
import { draftName, drafts } from './draft-store';
import { draftJson, draftValue, readJson, writeJson } from './draft-value';

export interface Draft<T> {
  value: T;
  /** Writes the whole draft; the function form sees the newest one, for what arrives while one goes on typing. */
  change: (next: T | ((before: T) => T)) => void;
  /** Back to empty: what was typed has arrived, or is given up. */
  clear: () => void;
  /** Something is typed, and will still be there after a reload. */
  kept: boolean;
  /** False only in the first render, which must be the server's. */
  ready: boolean;
}

/**
 * What is typed and not sent: kept in this browser for the signed-in account, sealed with a key that only its pages have, so that leaving a tab of the page, a reload
 * or the end of the session lose nothing. Two browser tabs show the same. Signing out forgets it.
 * @param key names the form and the thing it is about, such as `quote:<order id>`; the account is added here
 * @param schema what a kept draft must look like; must be the same object at each render
 * @param empty the form before anything is typed; a draft equal to it is not kept
 */
export function useDraft<T>(key: string, schema: v.GenericSchema<unknown, T>, empty: T): Draft<T> {
  const name = draftName(useAccount(), key);
  const json = useSyncExternalStore<string | null | undefined>(
    drafts.subscribe,
    () => drafts.read(name),
    () => undefined,
  );
  // A caller may write `empty` anew at each render: what counts is what it says.
  const emptyJson = writeJson(empty);
  const first = useMemo(() => readJson(emptyJson) as T, [emptyJson]);
  const value = useMemo(() => draftValue(json, schema, first), [json, schema, first]);
  const change = useCallback<Draft<T>['change']>(
    (next) => {
      const before = draftValue(drafts.read(name), schema, first);
      drafts.write(name, draftJson(typeof next === 'function' ? (next as (before: T) => T)(before) : next, first));
    },
    [name, schema, first],
  );
  const clear = useCallback(() => drafts.write(name, null), [name]);
  return { value, change, clear, kept: typeof json === 'string' && drafts.isKept(name), ready: json !== undefined };
}
