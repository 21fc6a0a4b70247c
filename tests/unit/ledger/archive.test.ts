import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveKey, archiveLines, fingerprintOf, isArchive, publicText, readArchive } from '@/lib/ledger/archive';
import { codeHash } from '@/lib/ledger/code-hash';
import { exportLines, NotAnExport } from '@/lib/ledger/export-ledger';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { LedgerWriter, receipt } from '../../support/ledger-writer';

const key = archiveKey(new Uint8Array(32).fill(7));
const now = new Date('2026-11-30T20:00:00.000Z');
function archive(): string {
  const book = new LedgerWriter();
  book.enter('receipt', receipt({ amount: { amount: 12_000, currency: 'EUR' } }), now.getTime());
  book.closeDay('2026-11-30', now.getTime());
  const copy = { heads: book.heads, entries: book.entries };
  const head = { house: 'Maison Claire', registration: '123456782', program: '1.0.0' };
  return [...archiveLines(copy, head, key, now)].join('');
}

describe('a fiscal archive', () => {
  it('is as it was signed, and holds a whole ledger', () => {
    const { copy, isSound, fingerprint } = readArchive(archive());
    expect(isSound).toBe(true);
    expect(fingerprint).toBe(fingerprintOf(publicText(key)));
    expect(verifyLedger(copy)).toEqual([]);
    expect(isArchive(archive())).toBe(true);
  });

  it('is an export between its first line and its last', () => {
    const lines = archive().trimEnd().split('\n');
    const { copy } = readArchive(archive());
    const alone = [...exportLines(copy, now)].join('').trimEnd().split('\n');
    expect(lines.slice(1, -1)).toEqual(alone);
  });

  it('of which a single letter was changed is not sound any more, or no archive', () => {
    const text = archive();
    const sound = (changed: string): boolean => {
      try {
        return readArchive(changed).isSound;
      } catch (error) {
        expect(error).toBeInstanceOf(NotAnExport);
        return false;
      }
    };
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom(...'0159afxZ,"'), (place, letter) => {
        // The last letters of a base64 text may say the same in two ways.
        fc.pre(text[place] !== letter && !/=/.test(text.slice(place, place + 3)));
        expect(sound(`${text.slice(0, place)}${letter}${text.slice(place + 1)}`)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('signed by another key says so by its fingerprint', () => {
    expect(fingerprintOf(publicText(archiveKey(new Uint8Array(32).fill(8))))).not.toBe(fingerprintOf(publicText(key)));
  });
});

describe('the version of the ledger’s code', () => {
  it('is the same in whatever order its files are read, and another once one of them changed', () => {
    const files = [
      { name: 'a.ts', text: '1' },
      { name: 'b.ts', text: '2' },
    ];
    expect(codeHash(files.toReversed())).toBe(codeHash(files));
    expect(codeHash([{ name: 'a.ts', text: '1 ' }, files[1] as (typeof files)[0]])).not.toBe(codeHash(files));
  });
});

describe('docs/till-law.md', () => {
  it('names files that are there', () => {
    const text = readFileSync('docs/till-law.md', 'utf8');
    const named = [...text.matchAll(/`((?:lib|tests|docs|scripts)\/[\w./-]+\.(?:ts|md))`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    for (const path of named) expect(readFileSync(path, 'utf8').length).toBeGreaterThan(0);
  });
});
