import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, statSync, writeSync, closeSync, writeFileSync, fsyncSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether this machine can do it: Linux with a C compiler. */
export const canCutPower = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;

const SECTOR = 512;
const SOURCE = fileURLToPath(new URL('./power-cut.c', import.meta.url));

/** The power of one database: what is written and not synced can be taken away. */
export class Power {
  readonly folder = mkdtempSync(join(tmpdir(), 'fashionflow-power-'));
  readonly #library = join(this.folder, 'power-cut.so');
  readonly #journal = join(this.folder, 'journal');
  readonly #lie = join(this.folder, 'lie');

  constructor() {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', this.#library, SOURCE, '-ldl', '-lpthread']);
  }

  /** For the database's process. */
  get env(): Record<string, string> {
    return { LD_PRELOAD: this.#library, POWER_CUT_JOURNAL: this.#journal, POWER_CUT_LIE: this.#lie };
  }

  /** From now on the disk says « synced » and is not: for the negative control. */
  lie(): void {
    writeFileSync(this.#lie, '');
  }

  /** Resolves in a moment in which something is written and not synced; @throws when there is none for `ms`. */
  async underWay(ms = 30_000): Promise<void> {
    const until = performance.now() + ms;
    while (statSync(this.#journal).size === 0) {
      if (performance.now() > until) throw new Error('nothing was written');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /**
   * Takes away what was not synced when the process ended: of each sector that was written since the last sync it is a toss
   * whether it has reached the disk, so that pages come out whole, gone, or torn; or all of them are gone.
   * @returns how many sectors were taken away
   */
  cut(store: string, gone: () => boolean): number {
    const journal = readFileSync(this.#journal);
    const records: { offset: number; before: Buffer }[] = [];
    for (let at = 0; at + 16 <= journal.length;) {
      const length = Number(journal.readBigInt64LE(at + 8));
      const before = journal.subarray(at + 16, at + 16 + length);
      // The process ended while it noted this one: nothing was written yet.
      if (before.length < length) break;
      records.push({ offset: Number(journal.readBigInt64LE(at)), before });
      at += 16 + length;
    }
    const file = openSync(store, 'r+');
    let taken = 0;
    for (const { offset, before } of records.reverse())
      for (let start = 0; start < before.length;) {
        const end = Math.min(before.length, start + SECTOR - ((offset + start) % SECTOR));
        if (gone()) {
          writeSync(file, before, start, end - start, offset + start);
          taken += 1;
        }
        start = end;
      }
    fsyncSync(file);
    closeSync(file);
    writeFileSync(this.#journal, '');
    return taken;
  }
}
