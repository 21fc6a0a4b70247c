import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideOf, type Mark, remarksOf, withoutRemark } from '@/components/sketch/strokes';

const mark = (number: number, words = ''): Mark => ({ kind: 'mark', number, x: 1, y: 1, words });
const circle = (remark?: number): Mark => ({
  kind: 'stroke',
  layer: 'layer-1',
  tool: 'pen',
  dye: '#000',
  width: 2,
  points: [[0, 0, 0.5]],
  ...(remark === undefined ? {} : { remark }),
});

describe('marks on a photo', () => {
  it('say every number that stands on the picture, in their order, with or without words', () => {
    expect(remarksOf([mark(3, ' un pli '), circle(3), mark(1)])).toEqual([
      { number: 1, words: '' },
      { number: 3, words: 'un pli' },
    ]);
  });

  it('leave with the circle drawn around their place, and nothing else does', () => {
    const rest = [circle(), mark(2), circle(2)];
    expect(withoutRemark([circle(1), ...rest, mark(1)], 1)).toEqual(rest);
  });

  it('put the number of a circle within the picture, wherever it was drawn', () => {
    const side = fc.integer({ min: 100, max: 1600 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 40 }),
        (width, height, at) => {
          const points = at.map(([x, y]): [number, number, number] => [x * width, y * height, 0.5]);
          const [x, y] = besideOf(points, { width, height });
          expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
        },
      ),
    );
  });
});
