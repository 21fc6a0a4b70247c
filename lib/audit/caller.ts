import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a call came from. */
export interface Caller {
  address: string;
  userAgent: string;
}

const callers = new AsyncLocalStorage<Caller>();

/**
 * Runs what a call does, knowing where it came from. The entry points set it; only the journal reads it, so that no use case
 * has to hand it on, and none can decide by it.
 */
export const withCaller = <T>(caller: Caller, work: () => T): T => callers.run(caller, work);

/** Where the call under way came from; `undefined` for what the house does by itself. */
export const currentCaller = (): Caller | undefined => callers.getStore();
