import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, person, serveFrom } from '../../support/call-route';
import { upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
});

/** A moving picture of plain frames. */
async function moving(frames: number, side: number): Promise<Buffer> {
  const sheet = { width: side, height: side * frames, channels: 3 as const, background: '#1f7a63' };
  const raw = await sharp({ create: sheet, limitInputPixels: false }).raw().toBuffer();
  // Each frame differs in one pixel, else they would be one.
  for (let frame = 0; frame < frames; frame += 1) raw[frame * side * side * 3] = frame % 256;
  return sharp(raw, {
    raw: { width: side, height: side * frames, channels: 3, pageHeight: side },
    limitInputPixels: false,
  })
    .gif({ delay: Array.from({ length: frames }, () => 100) })
    .toBuffer();
}

/** A GIF of so many frames on a canvas of so many pixels a side, in some twenty bytes a frame. */
function bomb(frames: number, side: number): Buffer {
  const canvas = Buffer.from([side & 255, side >> 8, side & 255, side >> 8, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
  const frame = Buffer.from([
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
    ...[2, 2, 0x44, 1, 0],
  ]);
  return Buffer.concat([
    Buffer.from('GIF89a'),
    canvas,
    ...Array.from({ length: frames }, () => frame),
    Buffer.from(';'),
  ]);
}

describe('a moving picture', () => {
  it('of the other kind goes on moving too', async () => {
    const frames = Buffer.concat(Array.from({ length: 6 }, (_, at) => Buffer.alloc(40 * 40 * 3, at * 40)));
    const gif = await sharp(frames, { raw: { width: 40, height: 240, channels: 3, pageHeight: 40 } })
      .gif()
      .toBuffer();
    const webp = await sharp(gif, { animated: true }).webp().toBuffer();
    const { status, body } = await upload(client, 'message', webp, 'tourne.webp');
    expect([status, body.mime, body.height]).toEqual([201, 'image/webp', 40]);
    const { GET } = await import('@/app/api/files/[id]/route');
    const request = new Request(`http://maison.test/api/files/${body.id}`, {
      headers: { host: 'maison.test', cookie: client.cookie },
    });
    const kept = await GET(request, { params: Promise.resolve({ id: body.id }) });
    expect((await sharp(Buffer.from(await kept.arrayBuffer())).metadata()).pages).toBe(6);
  });

  it('of a few frames is kept', async () => {
    const { status, body } = await upload(client, 'message', await moving(12, 40), 'tourne.gif');
    expect([status, body.mime, body.height]).toEqual([201, 'image/gif', 40]);
  });

  it.each([
    ['more frames than a photograph has', 61, 10],
    ['thousands of frames', 4000, 10],
    ['frames that are too large together', 40, 1000],
  ])('of %s is refused before it is decoded', async (_case, frames, side) => {
    const { status, body } = await upload(client, 'message', bomb(frames, side), 'bombe.gif');
    expect([status, body.code]).toEqual([413, 'picture_moves_too_much']);
  });
});
