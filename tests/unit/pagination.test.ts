import { expect, it } from 'vitest';
import { wholeOf } from '@/lib/pages';

it('reads a list whole, however many pages it has', async () => {
  const all = Array.from({ length: 250 }, (_, index) => index);
  const asked: (string | undefined)[] = [];
  const whole = await wholeOf(({ limit, cursor }) => {
    asked.push(cursor);
    const start = Number(cursor ?? 0);
    const more = start + limit < all.length;
    return Promise.resolve({
      items: all.slice(start, start + limit),
      nextCursor: more ? String(start + limit) : null,
    });
  });
  expect(whole).toEqual(all);
  expect(asked).toEqual([undefined, '100', '200']);
});
