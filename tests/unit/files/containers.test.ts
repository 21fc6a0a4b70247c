import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, tracksOf, withoutWhereabouts } from '@/lib/files/containers';

const fixture = (name: string) => readFileSync(new URL(`../../integration/files/fixtures/${name}`, import.meta.url));
const MIMES = ['audio/webm', 'audio/mp4', 'audio/ogg', 'video/webm', 'video/mp4', 'video/quicktime'] as const;

/** A box of MP4: its size, its name, what it holds. */
function box(name: string, ...parts: (Buffer | string)[]): Buffer {
  const held = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(held.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, held]);
}

/** The length of a film, in either of the two forms. */
function mvhd(scale: number, length: number, long = false): Buffer {
  const held = Buffer.alloc(long ? 112 : 100);
  if (long) {
    held[0] = 1;
    held.writeUInt32BE(scale, 20);
    held.writeBigUInt64BE(BigInt(length), 24);
  } else {
    held.writeUInt32BE(scale, 12);
    held.writeUInt32BE(length, 16);
  }
  return box('mvhd', held);
}

const hdlr = (kind: string) => box('hdlr', '\0'.repeat(8), kind, '\0'.repeat(12));

describe('what a container carries', () => {
  it.each([
    ['audio/webm', 'voice.webm', { sound: true, picture: false }],
    ['audio/mp4', 'voice.m4a', { sound: true, picture: false }],
    ['video/webm', 'video.webm', { sound: false, picture: true }],
    ['video/mp4', 'video.mp4', { sound: false, picture: true }],
  ])('%s of %s', (mime, name, carried) => {
    expect(tracksOf(mime, fixture(name))).toEqual(carried);
  });

  it('is nothing in boxes nested without end, and its reader does not fall', () => {
    const nested = (one: Buffer) => Buffer.concat(Array.from({ length: 500_000 }, () => one));
    expect(tracksOf('audio/webm', nested(Buffer.from([0xae, 0xff])))).toEqual({ sound: false, picture: false });
    const endless = Buffer.alloc(8);
    endless.write('moov', 4, 'latin1');
    expect(tracksOf('audio/mp4', nested(endless))).toEqual({ sound: false, picture: false });
  });

  it('is found behind samples whose size takes eight bytes', () => {
    const wide = Buffer.alloc(20);
    wide.writeUInt32BE(1, 0);
    wide.write('mdat', 4, 'latin1');
    wide.writeBigUInt64BE(20n, 8);
    const film = Buffer.concat([box('ftyp', 'qt  '), wide, box('moov', box('trak', box('mdia', hdlr('vide'))))]);
    expect(tracksOf('video/quicktime', film)).toEqual({ sound: false, picture: true });
  });

  it('is read from any bytes without an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MIMES), fc.uint8Array({ maxLength: 400 }), (mime, bytes) => {
        expect(typeof tracksOf(mime, Buffer.from(bytes)).sound).toBe('boolean');
      }),
    );
  });
});

describe('how long a video says it plays', () => {
  it.each([
    ['video/mp4', 'video.mp4', 2_277],
    ['video/webm', 'video.webm', 2_250],
  ])('%s of a browser', (mime, name, milliseconds) => expect(lengthOf(mime, fixture(name))).toBe(milliseconds));

  it.each([
    ['in four bytes', box('moov', mvhd(600, 10_800)), 18_000],
    ['in eight bytes', box('moov', mvhd(90_000, 1_620_000, true)), 18_000],
    ['as nothing', box('moov', mvhd(600, 0)), undefined],
    ['in ticks of nothing', box('moov', mvhd(0, 600)), undefined],
    ['in a head that is cut off', box('moov', mvhd(600, 600).subarray(0, 20)), undefined],
    ['not at all', box('moov'), undefined],
  ])('is read where it stands %s', (_how, bytes, milliseconds) =>
    expect(lengthOf('video/quicktime', bytes)).toBe(milliseconds),
  );

  it('is a whole number above nothing, or unknown, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MIMES), fc.uint8Array({ maxLength: 400 }), (mime, bytes) => {
        const length = lengthOf(mime, Buffer.from(bytes));
        expect(length === undefined || (Number.isInteger(length) && length > 0)).toBe(true);
      }),
    );
  });
});

describe('what a phone writes about the place', () => {
  const place = '+48.8566+002.3522/';
  const track = box('trak', box('mdia', hdlr('vide')), box('udta', box('name', 'Salon')));
  const film = Buffer.concat([
    box('ftyp', 'qt  '),
    box('mdat', `${place}, as a picture may say by chance`),
    box('moov', mvhd(600, 600), track, box('udta', box('\xa9xyz', place)), box('meta', hdlr('mdta'), place)),
    box('uuid', place),
  ]);

  it('is taken out, and no sample moves', () => {
    const clean = withoutWhereabouts('video/quicktime', film);
    expect(clean.length).toBe(film.length);
    const samples = film.indexOf('mdat');
    expect(clean.subarray(0, samples + 60).equals(film.subarray(0, samples + 60))).toBe(true);
    expect(clean.indexOf(place, samples + 60)).toBe(-1);
    expect(clean.includes('Salon')).toBe(false);
    expect(tracksOf('video/quicktime', clean)).toEqual(tracksOf('video/quicktime', film));
    expect(lengthOf('video/quicktime', clean)).toBe(1_000);
    expect(withoutWhereabouts('video/quicktime', clean)).toBe(clean);
  });

  it('is not looked for in what has no such boxes', () => {
    const webm = fixture('video.webm');
    expect(withoutWhereabouts('video/webm', webm)).toBe(webm);
  });

  it('leaves any bytes as long as they were, without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(withoutWhereabouts('video/mp4', Buffer.from(bytes)).length).toBe(bytes.length);
      }),
    );
  });
});
