import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { askPicture } from '@/lib/files/ask-picture';

const red = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c81e3a' } })
    .png()
    .toBuffer();
const keep = (bytes: Buffer, mime = 'image/png') => askPicture('incoming', { kind: 'keep', mime }, bytes);

/** The processes of pictures that this one has begun, by their ids. */
function begun(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...words]) => Number(parent) === process.pid && words.join(' ').includes('picture-worker'))
    .map(([pid]) => Number(pid));
}

describe('a picture is worked on beside the house', () => {
  it('by one process, which the next picture finds again', async () => {
    await keep(await red());
    const first = begun();
    await Promise.all([keep(await red()), keep(await red()), keep(await red())]);
    expect(begun()).toEqual(first);
  });

  it('with none of the house’s secrets, and after who waits for a page', async () => {
    await keep(await red());
    for (const pid of begun()) {
      const words = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').filter(Boolean);
      expect(words.map((word) => word.split('=')[0])).toEqual(['NODE_ENV']);
      expect(getPriority(pid)).toBe(10);
    }
  });

  it('which may end at any time: nobody’s picture is lost by that', async () => {
    await keep(await red());
    for (const pid of begun()) process.kill(pid, 'SIGKILL');
    expect(await keep(await red())).toMatchObject({ mime: 'image/png', width: 60, height: 40 });
  });

  it('in the order of the line, each its own answer', async () => {
    const sides = [30, 5, 44, 17, 61, 8];
    const kept = await Promise.all(
      sides.map(async (side) =>
        keep(
          await sharp({ create: { width: side, height: 9, channels: 3, background: '#123' } })
            .png()
            .toBuffer(),
        ),
      ),
    );
    expect(kept.map(({ width }) => width)).toEqual(sides);
  });

  it('and what cannot be read is refused, without harm to the next', async () => {
    const broken = (await red()).subarray(0, 60);
    await expect(keep(broken)).rejects.toMatchObject({ code: 'file_broken' });
    // The decoder of telephones' photographs says what it thinks of a broken one where programs print.
    const phone = await readFile('tests/integration/files/fixtures/phone.heic');
    await expect(keep(phone.subarray(0, -400), 'image/heic')).rejects.toMatchObject({ code: 'file_broken' });
    expect(await keep(phone, 'image/heic')).toMatchObject({ mime: 'image/jpeg', width: 320 });
    expect(await keep(await red())).toMatchObject({ width: 60 });
  });
});
