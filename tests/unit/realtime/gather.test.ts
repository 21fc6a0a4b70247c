import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Gather } from '@/realtime/gather';

const asked: number[][] = [];
const double = (questions: number[]) => {
  asked.push(questions);
  return Promise.resolve(questions.map((one) => one * 2));
};

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks at once for whoever comes alone, and once for those who come in the same moment', async () => {
  const gather = new Gather(double);
  const answers = Promise.all([gather.ask(1), gather.ask(2)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(await answers).toEqual([2, 4]);
  expect(asked).toEqual([[1, 2]]);
});

it('lets those who come right after gather, and nobody wait who comes later', async () => {
  const gather = new Gather(double);
  const first = gather.ask(1);
  await vi.advanceTimersByTimeAsync(0);
  await first;
  const crowd = [gather.ask(2)];
  await vi.advanceTimersByTimeAsync(10);
  crowd.push(gather.ask(3));
  expect(asked).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(10);
  expect(await Promise.all(crowd)).toEqual([4, 6]);
  expect(asked).toEqual([[1], [2, 3]]);
  await vi.advanceTimersByTimeAsync(1_000);
  const late = gather.ask(4);
  await vi.advanceTimersByTimeAsync(0);
  expect(await late).toBe(8);
});

it('asks for no more at a time than it may, and for the rest afterwards', async () => {
  const gather = new Gather(double, 2);
  const answers = Promise.all([1, 2, 3, 4, 5].map((one) => gather.ask(one)));
  await vi.advanceTimersByTimeAsync(100);
  expect(await answers).toEqual([2, 4, 6, 8, 10]);
  expect(asked).toEqual([[1, 2], [3, 4], [5]]);
});

it('tells everybody of the question that it failed, and answers the next', async () => {
  let works = false;
  const gather = new Gather((questions: number[]) =>
    works ? double(questions) : Promise.reject(new Error('the database is away')),
  );
  const failed = Promise.allSettled([gather.ask(1), gather.ask(2)]);
  await vi.advanceTimersByTimeAsync(0);
  expect((await failed).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  works = true;
  const next = gather.ask(3);
  await vi.advanceTimersByTimeAsync(100);
  expect(await next).toBe(6);
});
