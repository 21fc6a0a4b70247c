import { describe, expect, it } from 'vitest';
import { inTurn } from '@/lib/in-turn';

/** A work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => ((end = resolve), (fail = reject)));
  let begun = false;
  return {
    run: () => ((begun = true), done),
    end: () => end(),
    fail: (error: Error) => fail(error),
    begun: () => begun,
  };
}
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe('works of one key', () => {
  it('are done one after the other, those of another at once', async () => {
    const [first, second, other] = [work(), work(), work()];
    const all = [inTurn('a', first.run), inTurn('a', second.run), inTurn('b', other.run)];
    await aMoment();
    expect([first.begun(), second.begun(), other.begun()]).toEqual([true, false, true]);
    first.end();
    await all[0];
    await aMoment();
    expect(second.begun()).toBe(true);
    second.end();
    other.end();
    await Promise.all(all);
  });

  it('go on after one that fails, which fails for its own caller alone', async () => {
    const [first, second] = [work(), work()];
    const [one, two] = [inTurn('fails', first.run), inTurn('fails', second.run)];
    first.fail(new Error('no'));
    second.end();
    await expect(one).rejects.toThrow('no');
    await expect(two).resolves.toBeUndefined();
  });

  it('are refused when too many wait, and let in again when there is room', async () => {
    const [first, second, third] = [work(), work(), work()];
    const [one, two] = [inTurn('full', first.run, 1), inTurn('full', second.run, 1)];
    await expect(inTurn('full', third.run, 1)).rejects.toMatchObject({ code: 'unavailable' });
    first.end();
    await one;
    const three = inTurn('full', third.run, 1);
    second.end();
    third.end();
    await Promise.all([two, three]);
    expect(third.begun()).toBe(true);
  });
});
