import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperOf } from '@/components/ui/avatar';
import { groupStarts } from '@/components/ui/thread-bar';
import { applyTheme, chosenTheme, THEME_KEY, THEME_SCRIPT } from '@/lib/theme/theme';

describe('the thread', () => {
  it('places its groups one after the other', () => {
    const starts = groupStarts([{ cells: 3 }, { cells: 3 }, { cells: 2 }, { cells: 3 }, { cells: 2 }]);
    expect(starts.map((start) => Math.round(start * 13))).toEqual([0, 3, 6, 8, 11]);
  });
});

describe('the paper of an avatar', () => {
  it('is always the same for a name', () => {
    fc.assert(fc.property(fc.string(), (name) => paperOf(name) === paperOf(name) && paperOf(name).startsWith('#')));
  });
});

describe('the theme', () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const root = () => ({ dataset: {} }) as HTMLElement;

  it('follows the system until one is chosen, and again after', () => {
    const [element, storage] = [root(), memory()];
    expect(chosenTheme(element)).toBe('system');
    applyTheme('dark', element, storage);
    expect([chosenTheme(element), storage.kept.get(THEME_KEY)]).toEqual(['dark', 'dark']);
    applyTheme('system', element, storage);
    expect([chosenTheme(element), storage.kept.size]).toEqual(['system', 0]);
  });

  it('survives a browser that refuses storage', () => {
    const element = root();
    const refuse = () => {
      throw new Error('refused');
    };
    applyTheme('dark', element, { setItem: refuse, removeItem: refuse });
    expect(chosenTheme(element)).toBe('dark');
  });

  it('applies a kept choice before the first paint and nothing else', () => {
    for (const [kept, expected] of [
      ['dark', 'dark'],
      ['light', 'light'],
      ['<img>', undefined],
      [null, undefined],
    ] as const) {
      const page = { documentElement: { dataset: {} as Record<string, string> } };
      new Function('localStorage', 'document', THEME_SCRIPT)({ getItem: () => kept }, page);
      expect(page.documentElement.dataset['theme']).toBe(expected);
    }
  });
});
