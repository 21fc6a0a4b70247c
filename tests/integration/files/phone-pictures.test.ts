import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/files/[id]/route';
import { jpegOfHeic } from '@/lib/files/read-heic';
import { type Person, person, serveFrom } from '../../support/call-route';
import { upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;
/** 320 × 240 in Display P3, a quarter each of red, green, blue and yellow; made with heif-enc (x265). */
let photo: Buffer;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
  photo = await readFile('tests/integration/files/fixtures/phone.heic');
});

async function kept(id: string): Promise<Buffer> {
  const request = new Request(`http://maison.test/api/files/${id}`, {
    headers: { host: 'maison.test', cookie: client.cookie },
  });
  return Buffer.from(await (await GET(request, { params: Promise.resolve({ id }) })).arrayBuffer());
}

async function colourAt(image: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(image)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

describe('a photograph as phones keep it', () => {
  it('is taken, and kept as a JPEG of the same colours that any browser shows', async () => {
    const { status, body } = await upload(client, 'message', photo, 'IMG_0042.HEIC');
    expect([status, body.name, body.mime, body.width, body.height]).toEqual([
      201,
      'IMG_0042.jpg',
      'image/jpeg',
      320,
      240,
    ]);
    const image = await kept(body.id);
    const quarters: [number, number, number[]][] = [
      [40, 40, [0xc8, 0x1e, 0x3a]],
      [280, 40, [0x1f, 0x7a, 0x63]],
      [40, 200, [0x1d, 0x3f, 0x8f]],
      [280, 200, [0xe8, 0xc1, 0x4a]],
    ];
    for (const [left, top, meant] of quarters) {
      const seen = await colourAt(image, left, top);
      for (const [at, value] of meant.entries()) expect(Math.abs((seen[at] ?? 0) - value)).toBeLessThan(14);
    }
  });

  it('that is cut off or larger than a phone’s is refused with the reason', async () => {
    const { status, body } = await upload(client, 'message', photo.subarray(0, photo.length - 400), 'IMG.heic');
    expect([status, body.code]).toEqual([415, 'file_broken']);
    await expect(jpegOfHeic(photo, 4096, 10_000)).rejects.toMatchObject({ reason: 'tooLarge' });
  });
});

it('of 108 megapixels is made smaller', async () => {
  const large = await sharp({
    create: { width: 12_000, height: 9_000, channels: 3, background: '#c81e3a' },
    limitInputPixels: false,
  })
    .jpeg()
    .toBuffer();
  const { status, body } = await upload(client, 'message', large, 'grande.jpg');
  expect([status, body.width, body.height]).toEqual([201, 4096, 3072]);
});

it('of more than a picture of any use is refused before it is decoded, with what is taken', async () => {
  const bomb = await sharp({
    create: { width: 30_000, height: 3_000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
  const { status, body } = await upload(client, 'message', bomb, 'bombe.png');
  expect([status, body.code]).toEqual([413, 'picture_too_large']);
  expect(body.detail).toContain('200');
});
