import { describe, expect, it } from 'vitest';
import { KeptPage, PageStore } from '@/lib/page-cache/page-store';

const page = (bytes: number) => new KeptPage({ status: 200, headers: {}, body: Buffer.alloc(bytes, 'été ') }, 0);

describe('the room of the pages', () => {
  it('lets the least recently asked for go first', () => {
    const store = new PageStore(1000);
    for (const key of ['a', 'b', 'c', 'd']) expect(store.keep(key, page(250), 0)).toBe(true);
    store.get('a');
    store.keep('e', page(200), 0);
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => store.get(key))).toEqual(['a', 'c', 'd', 'e']);
    expect(store.bytes).toBe(950);
  });

  it('counts the compressed forms when they are made, of kept pages alone', async () => {
    const store = new PageStore(1_000_000);
    const kept = page(2000);
    store.keep('a', kept, 0);
    const gzip = await kept.body('gzip');
    expect(store.bytes).toBe(2000 + gzip.length);
    const again = page(3000);
    store.keep('a', again, 0);
    await kept.body('br');
    expect(store.bytes).toBe(3000);
    store.clear();
    expect([store.bytes, store.size]).toEqual([0, 0]);
  });

  it('makes room when a form is made, too', async () => {
    const store = new PageStore(1000);
    const newest = page(249);
    for (const key of ['a', 'b', 'c']) store.keep(key, page(249), 0);
    store.keep('d', newest, 0);
    await newest.body('gzip');
    expect(store.bytes).toBeLessThanOrEqual(1000);
    expect(store.get('a')).toBeUndefined();
    expect(store.get('d')).toBe(newest);
  });

  it('keeps nothing that was begun before a change, nor a page of a quarter of the room', () => {
    const store = new PageStore(1000);
    const { generation } = store;
    store.clear();
    expect(store.keep('a', page(10), generation)).toBe(false);
    expect(store.keep('b', page(251), store.generation)).toBe(false);
    expect(store.size).toBe(0);
  });
});
