import type { Env } from '../../lib/env';
import type { Words } from '../commands/run-command';

/** What is looked at, in the order in which it is said. */
export type Organ =
  | 'database'
  | 'data'
  | 'disk'
  | 'rights'
  | 'clock'
  | 'backups'
  | 'socket'
  | 'mail'
  | 'push'
  | 'scanner'
  | 'files'
  | 'address';

/** `off`: nothing is wrong, and nothing is there. */
export type State = 'well' | 'ill' | 'off';

/** What one look found: the sentence under `doctor.found` says it, with the cure where something is ill. */
export interface Finding {
  organ: Organ;
  state: State;
  found: Parameters<Words>[0] extends infer Key ? (Key extends `doctor.found.${infer Name}` ? Name : never) : never;
  values?: Record<string, string | number>;
}

export type Found = Omit<Finding, 'organ'>;

/** What a look is given. */
export interface Patient {
  settings: Env;
  dataDir: string;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
