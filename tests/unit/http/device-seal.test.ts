import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftName, DRAFTS } from '@/components/form/draft-store';
import { OUTBOX, outboxPrefix } from '@/lib/http/outbox';
import { DAY_MS } from '@/lib/calendar';
import { fakeStorage } from '../../support/browser-storage';

const key = () => randomBytes(32).toString('base64');
const ALLERGY = 'Nickel, laine de chèvre';
const name = draftName('awa', 'client:42');

let storage: Storage;
/** A page that has just been loaded: nothing of the one before is in memory. */
async function page(account?: string, keys?: string) {
  vi.resetModules();
  const seal = await import('@/lib/http/device-seal');
  if (account && keys) seal.takeDeviceKeys(account, keys);
  const store = await import('@/components/form/draft-store');
  const outbox = await import('@/lib/http/outbox');
  const sealed = await import('@/lib/http/sealed-storage');
  return { ...seal, ...store, ...outbox, ...sealed, drafts: new store.DraftStore(() => storage) };
}
const everything = () =>
  Object.keys(storage)
    .map((one) => storage.getItem(one))
    .join('\n');

beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('window', { localStorage: storage, sessionStorage: storage, addEventListener: () => undefined });
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

describe('what a browser keeps of an account', () => {
  it('cannot be read in its storage, and is there again for the next page of that account', async () => {
    const [awa] = [key()];
    (await page('awa', awa)).drafts.write(name, JSON.stringify({ allergies: ALLERGY }));
    expect(storage.getItem(name)).not.toBeNull();
    expect(everything()).not.toMatch(/Nickel|allerg/);
    expect((await page('awa', awa)).drafts.read(name)).toBe(JSON.stringify({ allergies: ALLERGY }));
  });

  it('is nothing to a page without the key, to another account, and in another place', async () => {
    (await page('awa', key())).drafts.write(name, JSON.stringify(ALLERGY));
    expect((await page()).drafts.read(name)).toBeNull();
    expect((await page('awa', key())).drafts.read(name)).toBeNull();
    const one = key();
    const mine = await page('nora', one);
    mine.drafts.write(draftName('nora', 'a'), JSON.stringify(ALLERGY));
    storage.setItem(draftName('nora', 'b'), storage.getItem(draftName('nora', 'a')) ?? '');
    expect((await page('nora', one)).drafts.read(draftName('nora', 'b'))).toBeNull();
  });

  it('is not kept at all where the page has no key', async () => {
    const { drafts } = await page();
    drafts.write(name, JSON.stringify(ALLERGY));
    expect(storage.length).toBe(0);
    expect(drafts.isKept(name)).toBe(false);
    expect(drafts.read(name)).toBe(JSON.stringify(ALLERGY));
  });

  it('goes on being read when the house turns its root', async () => {
    const [old, fresh] = [key(), key()];
    (await page('awa', old)).drafts.write(name, '"x"');
    expect((await page('awa', `${fresh},${old}`)).drafts.read(name)).toBe('"x"');
  });

  it('that was altered is nothing', async () => {
    const awa = key();
    (await page('awa', awa)).drafts.write(name, '"x"');
    const kept = storage.getItem(name) ?? '';
    for (const other of [kept.slice(0, -6) + (kept.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'), 's1.', 's1.x.%%%', '"x"'])
      expect((storage.setItem(name, other), (await page('awa', awa)).drafts.read(name))).toBeNull();
  });

  it('from an earlier version is sealed when its account comes, and what was left a month ago goes', async () => {
    const awa = key();
    const first = await page('awa', awa);
    first.drafts.write(draftName('awa', 'old'), '"old"');
    first.drafts.write(draftName('awa', 'new'), '"new"');
    const old = storage.getItem(draftName('awa', 'old')) ?? '';
    const monthAgo = Math.floor(Date.now() / DAY_MS - 31).toString(36);
    storage.setItem(draftName('awa', 'old'), old.replace(/^s1\.[^.]+/, `s1.${monthAgo}`));
    storage.setItem(name, JSON.stringify(ALLERGY));
    storage.setItem('theme', 'dark');
    const next = await page('awa', awa);
    next.tidy(storage, 'awa', [DRAFTS, OUTBOX]);
    expect(everything()).not.toContain('Nickel');
    expect(next.drafts.read(name)).toBe(JSON.stringify(ALLERGY));
    expect(next.drafts.read(draftName('awa', 'new'))).toBe('"new"');
    expect(storage.getItem(draftName('awa', 'old'))).toBeNull();
    expect(storage.getItem('theme')).toBe('dark');
  });

  it('is a message that waits, too', async () => {
    const awa = key();
    const waiting = {
      conversationId: 'c1',
      input: { clientMessageId: 'm1', type: 'text', content: ALLERGY },
      attachments: [],
      createdAt: '2026-11-30T09:00:00.000Z',
    };
    const one = await page('awa', awa);
    new one.Outbox('awa').add(waiting as never);
    expect(Object.keys(storage).filter((each) => each.startsWith(outboxPrefix('awa')))).toHaveLength(1);
    expect(everything()).not.toContain('Nickel');
    const next = await page('awa', awa);
    expect(new next.Outbox('awa').list()).toMatchObject([{ input: { content: ALLERGY } }]);
    expect(new (await page('awa', key())).Outbox('awa').list()).toEqual([]);
  });

  it('bytes of a file', async () => {
    const { sealBytes, openBytes } = await page('awa', key());
    const file = new Uint8Array(randomBytes(300_000));
    const sealed = sealBytes('awa', 'k', file);
    const opened = openBytes('awa', 'k', sealed ?? new Uint8Array());
    expect(Buffer.from(opened ?? []).equals(Buffer.from(file))).toBe(true);
    expect(openBytes('awa', 'l', sealed ?? new Uint8Array())).toBeUndefined();
    expect(sealBytes('nora', 'k', file)).toBeUndefined();
  });
});
