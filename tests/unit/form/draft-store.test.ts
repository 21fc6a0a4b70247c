import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { draftName, DraftStore } from '@/components/form/draft-store';
import { takeDeviceKeys } from '@/lib/http/device-seal';
import { draftJson, draftValue } from '@/components/form/draft-value';
import { fakeStorage } from '../../support/browser-storage';

const refusing = (): Storage => {
  throw new Error('SecurityError');
};

describe('drafts', () => {
  beforeAll(() => {
    vi.stubGlobal('window', { addEventListener: () => undefined });
    for (const account of ['claire', 'awa']) takeDeviceKeys(account, Buffer.alloc(32, account).toString('base64'));
  });

  afterAll(() => void vi.unstubAllGlobals());

  it('are kept by account: another person on the same device reads nothing', () => {
    const storage = fakeStorage();
    const store = new DraftStore(() => storage);
    store.write(draftName('claire', 'chat:1'), '"Bonjour"');
    expect(new DraftStore(() => storage).read(draftName('claire', 'chat:1'))).toBe('"Bonjour"');
    expect(store.read(draftName('awa', 'chat:1'))).toBeNull();
  });

  it('are forgotten at sign-out, all of that account and nothing else', () => {
    const storage = fakeStorage();
    const store = new DraftStore(() => storage);
    for (const key of ['quote:1', 'client', 'chat:1']) store.write(draftName('claire', key), '"x"');
    store.write(draftName('awa', 'chat:1'), '"y"');
    storage.setItem('theme', 'dark');
    store.forget('claire');
    expect(Array.from({ length: storage.length }, (_, index) => storage.key(index))).toEqual([
      draftName('awa', 'chat:1'),
      'theme',
    ]);
  });

  it('live as long as the page where storage is refused', () => {
    const store = new DraftStore(refusing);
    const name = draftName('claire', 'client');
    expect(store.read(name)).toBeNull();
    store.write(name, '"typed"');
    expect(store.read(name)).toBe('"typed"');
    expect(store.isKept(name)).toBe(false);
    store.write(name, null);
    expect(store.read(name)).toBeNull();
    store.write(name, '"again"');
    store.forget('claire');
    expect(store.read(name)).toBeNull();
  });

  it('say when they change, here or in another tab', () => {
    const storage = fakeStorage();
    const [here, there] = [new DraftStore(() => storage), new DraftStore(() => storage)];
    const heard = vi.fn();
    const stop = here.subscribe(heard);
    const name = draftName('claire', 'client');
    here.write(name, '"a"');
    expect(heard).toHaveBeenCalledTimes(1);
    there.write(name, '"b"');
    here.changed(name);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(here.read(name)).toBe('"b"');
    here.changed('theme');
    expect(heard).toHaveBeenCalledTimes(2);
    here.changed(null);
    expect(heard).toHaveBeenCalledTimes(3);
    stop();
    here.write(name, null);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it('come back as they were typed, and are not kept while nothing is typed', () => {
    const schema = v.object({ lines: v.array(v.object({ label: v.string(), price: v.string() })), note: v.string() });
    const empty = { lines: [], note: '' };
    expect(draftJson({ lines: [], note: '' }, empty)).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.record({ label: fc.string(), price: fc.string() })), fc.string(), (lines, note) => {
        const value = { lines, note };
        expect(draftValue(draftJson(value, empty), schema, empty)).toEqual(value);
      }),
    );
  });

  it.each([null, undefined, '', '{', '"another form"', '{"lines":3,"note":""}'])(
    'of a form that has changed since are left aside: %s',
    (json) => {
      const schema = v.object({ note: v.string(), lines: v.array(v.string()) });
      expect(draftValue(json, schema, { note: '', lines: [] })).toEqual({ note: '', lines: [] });
    },
  );
});
