import { breathe } from '../breathe';
import type { Document } from '../bson/value';

/** Short enough that sorting one run does not hold the event loop noticeably. */
const RUN = 256;

type Compare<T> = (a: T, b: T) => number;

/**
 * Sorts a stream of documents stably, giving way between small steps. With a limit (0 for none) only the best are kept,
 * so that the first page of a long list needs little memory.
 */
export async function* collectSorted<T extends { document: Document }>(
  source: AsyncIterable<T>,
  compareDocuments: Compare<Document>,
  skip: number,
  limit: number,
): AsyncGenerator<T, void, undefined> {
  const compare: Compare<T> = (a, b) => compareDocuments(a.document, b.document);
  const end = limit === 0 ? Infinity : skip + limit;
  let runs: T[][] = [];
  let current: T[] = [];
  let kept = 0;
  for await (const item of source) {
    current.push(item);
    if (current.length < RUN) continue;
    runs.push(current.sort(compare));
    kept += current.length;
    current = [];
    if (kept > 2 * end + 8 * RUN) {
      runs = [(await mergeRuns(runs, compare)).slice(0, end)];
      kept = runs[0]!.length;
    }
  }
  runs.push(current.sort(compare));
  yield* (await mergeRuns(runs, compare)).slice(skip, end);
}

async function mergeRuns<T>(runs: T[][], compare: Compare<T>): Promise<T[]> {
  let level = runs;
  while (level.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]];
      next.push(right ? await mergeTwo(left, right, compare) : left);
    }
    level = next;
  }
  return level[0] ?? [];
}

async function mergeTwo<T>(left: T[], right: T[], compare: Compare<T>): Promise<T[]> {
  const merged: T[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    merged.push(compare(left[a]!, right[b]!) <= 0 ? left[a++]! : right[b++]!);
    if (merged.length % RUN === 0) {
      const pause = breathe();
      if (pause) await pause;
    }
  }
  for (; a < left.length; a++) merged.push(left[a]!);
  for (; b < right.length; b++) merged.push(right[b]!);
  return merged;
}
