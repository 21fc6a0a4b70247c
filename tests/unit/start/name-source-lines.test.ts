import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { nameSourceLine } from '@/lib/start/name-source-lines';

const folder = mkdtempSync(join(tmpdir(), 'fashionflow-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the stacks of what is built', () => {
  it('name lines of the source', async () => {
    const source = join(folder, 'fails.ts');
    writeFileSync(
      source,
      [
        `import { nameSourceLines } from '${join(process.cwd(), 'lib/start/name-source-lines.ts')}';`,
        'interface Nothing { said?: string }',
        'nameSourceLines();',
        'function fail(what: Nothing): never {',
        "  throw new Error(what.said ?? 'as it should');",
        '}',
        'try {',
        '  fail({});',
        '} catch (error) {',
        '  process.stdout.write((error as Error).stack ?? "");',
        '}',
      ].join('\n'),
    );
    const built = join(folder, '.programs/fails.mjs');
    mkdirSync(join(folder, '.programs'));
    await build({
      entryPoints: [source],
      outfile: built,
      bundle: true,
      platform: 'node',
      format: 'esm',
      sourcemap: true,
      minify: true,
      keepNames: true,
    });
    const said = execFileSync(process.execPath, [built], { encoding: 'utf8' }).split('\n');
    expect(said[0]).toBe('Error: as it should');
    expect(said[1]).toBe(`    at fail (${source}:5:9)`);
    expect(said[2]).toBe(`    at ${source}:8:3`);
  });

  it.each([
    'fail (/house/node_modules/mongodb/lib/index.js:1:1)',
    'fail (node:internal/process/task_queues:95:5)',
    'async Promise.all (index 0)',
    `fail (${folder}/.programs/nothing.mjs:1:1)`,
    'fail (<anonymous>)',
  ])('are left as they are where nothing is known: %s', (frame) => expect(nameSourceLine(frame)).toBe(frame));
});
