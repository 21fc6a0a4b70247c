import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turnstile, whileTheyKnock } from '@/lib/web/turnstile';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const flush = () => vi.advanceTimersByTimeAsync(0);

/** Has one come in; `inside` says who is. */
function crowd(turnstile: Turnstile) {
  const inside: number[] = [];
  const leave = new Map<number, () => void>();
  const come = (who: number) =>
    void turnstile.enter().then((out) => {
      inside.push(who);
      leave.set(who, out);
    });
  return { inside, leave, come };
}

describe('the turnstile', () => {
  it('lets some in at once, and the others in their order', async () => {
    const { inside, leave, come } = crowd(new Turnstile(2, 1_000));
    for (let who = 1; who <= 5; who += 1) come(who);
    await flush();
    expect(inside).toEqual([1, 2]);
    leave.get(2)?.();
    await flush();
    expect(inside).toEqual([1, 2, 3]);
    // Who comes when a place is given on waits behind the others.
    leave.get(1)?.();
    come(6);
    await flush();
    expect(inside).toEqual([1, 2, 3, 4]);
    for (const who of [3, 4]) leave.get(who)?.();
    await flush();
    expect(inside).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives a place on once, however often it is left', async () => {
    const { inside, leave, come } = crowd(new Turnstile(1, 1_000));
    for (const who of [1, 2, 3]) come(who);
    await flush();
    leave.get(1)?.();
    leave.get(1)?.();
    await flush();
    expect(inside).toEqual([1, 2]);
  });

  it('keeps nobody behind one who does not leave: a reader that takes nothing stops no page', async () => {
    const { inside, come } = crowd(new Turnstile(2, 250));
    for (let who = 1; who <= 6; who += 1) come(who);
    await vi.advanceTimersByTimeAsync(249);
    expect(inside).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(inside).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(250);
    expect(inside).toHaveLength(6);
  });
});

describe('a page', () => {
  it('is begun once nobody knocks any more, or after a while', async () => {
    vi.useRealTimers();
    let knocks = 0;
    const more = () => (knocks < 20 ? (knocks += 1) : knocks);
    await whileTheyKnock(more);
    expect(knocks).toBe(20);
    const began = performance.now();
    await whileTheyKnock(() => (knocks += 1));
    expect(performance.now() - began).toBeGreaterThanOrEqual(99);
    await whileTheyKnock(() => 7);
  });
});
