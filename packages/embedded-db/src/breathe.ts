/** A scan may hold the event loop this long; pings wait at most for one slice and one group commit. */
const SLICE_MS = 4;

const waiting: (() => void)[] = [];
let sliceStart = performance.now();
let armed = false;

/** One waiter a turn: several scans side by side still leave room for the sockets between any two slices. */
function releaseOne(): void {
  sliceStart = performance.now();
  waiting.shift()?.();
  armed = waiting.length > 0;
  if (armed) setImmediate(releaseOne);
}

/**
 * To be awaited often inside long work: undefined while the slice is not used up, else a promise that resolves after
 * the event loop has served everybody else.
 */
export function breathe(): Promise<void> | undefined {
  if (waiting.length === 0 && performance.now() - sliceStart < SLICE_MS) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (armed) return;
    armed = true;
    setImmediate(releaseOne);
  });
}

/** Starts the slice of a new command; the time the process was idle does not count. */
export function startSlice(): void {
  if (waiting.length === 0) sliceStart = performance.now();
}
