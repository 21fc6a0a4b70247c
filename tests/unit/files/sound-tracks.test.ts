import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tracksOf } from '@/lib/files/sound-tracks';

const fixture = (name: string) => readFileSync(new URL(`../../integration/files/fixtures/${name}`, import.meta.url));
const MIMES = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const;

describe('what a container carries', () => {
  it.each([
    ['audio/webm', 'voice.webm'],
    ['audio/mp4', 'voice.m4a'],
  ])('is sound alone in a recording of %s', (mime, name) => {
    expect(tracksOf(mime, fixture(name))).toEqual({ sound: true, picture: false });
  });

  it('is nothing in boxes nested without end, and its reader does not fall', () => {
    const nested = (one: Buffer) => Buffer.concat(Array.from({ length: 500_000 }, () => one));
    expect(tracksOf('audio/webm', nested(Buffer.from([0xae, 0xff])))).toEqual({ sound: false, picture: false });
    const box = Buffer.alloc(8);
    box.write('moov', 4, 'latin1');
    expect(tracksOf('audio/mp4', nested(box))).toEqual({ sound: false, picture: false });
  });

  it('is read from any bytes without an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MIMES), fc.uint8Array({ maxLength: 400 }), (mime, bytes) => {
        expect(typeof tracksOf(mime, Buffer.from(bytes)).sound).toBe('boolean');
      }),
    );
  });
});
