import type { Database } from '../../../lib/db/client';

/** What a run of the bench is made of. */
export interface BenchOptions {
  uri: string;
  db: Database;
  rounds: number;
  pairs: number;
  /** Messages each pair sends one at a time. */
  messages: number;
  /** Messages a pair keeps on the way when it goes as fast as it can, for `ms` milliseconds. */
  window: number;
  ms: number;
  sockets: number;
  /** Messages of the long conversation. */
  length: number;
}

/** Prints one figure beside its goal. */
export function say(what: string, ratio: number, goal: string, detail = ''): void {
  console.log(`${what.padEnd(58)} ${ratio.toFixed(2).padStart(6)} ×   goal ${goal.padEnd(9)} ${detail}`);
}
