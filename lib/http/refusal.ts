import { ApiError } from './api';

/** What the house answered when it said no. */
export interface Refused {
  status: number;
  code: string;
  /** Its sentence in the reader's language; empty when the answer carried none. */
  sentence: string;
  /** A sentence for each field, by its path: `title.en`, `lines.0.label`. */
  fields: Record<string, string>;
}

/** Takes a refusal apart; `undefined` when there was no answer at all, because the network is away. */
export function refusedBy(error: unknown): Refused | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { status, code, problem } = error;
  const fields = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
  return { status, code, sentence: problem.detail, fields };
}

/** The thing as it is now, when the refusal says that somebody else saved in between. */
export const currentOf = <T>(error: unknown): T | undefined =>
  error instanceof ApiError && error.code === 'stale_version' ? (error.problem['current'] as T) : undefined;

/** What a refusal of this kind carries with its sentence, such as the keys a sign-in still asks for. */
export const carriedBy = <T>(error: unknown, code: string): T | undefined =>
  error instanceof ApiError && error.code === code ? (error.problem as unknown as T) : undefined;

/** Whether asking the same again cannot help: the house has read it and refused, and not for being asked too often. */
export function isFinal(error: unknown): boolean {
  const refused = refusedBy(error);
  return refused !== undefined && refused.status < 500 && refused.status !== 429;
}
