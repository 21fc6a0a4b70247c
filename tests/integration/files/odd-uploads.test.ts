import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/files/[id]/route';
import { type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
});

const read = (id: string) =>
  GET(new Request(`http://maison.test/api/files/${id}`, { headers: { host: 'maison.test', cookie: client.cookie } }), {
    params: Promise.resolve({ id }),
  });
const kept = async () =>
  Promise.all(['files', 'uploads.files', 'uploads.chunks'].map((name) => db().db.collection(name).countDocuments()));

const bytes = (text: string) => Buffer.from(text, 'latin1');
const SCRIPT = '<script>alert(document.cookie)</script>';

/** A ZIP of one file that says how large it becomes. */
function zip(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), data]);
}

/** A PNG whose head says a size that its few bytes do not hold. */
async function pngSaying(width: number, height: number): Promise<Buffer> {
  const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const said = Buffer.from(small);
  said.writeUInt32BE(width, 16);
  said.writeUInt32BE(height, 20);
  return said;
}

const REFUSED: [what: string, name: string, make: () => Buffer | Promise<Buffer>][] = [
  ['a program of Windows', 'photo.jpg', () => bytes(`MZ\x90\x00\x03${'\x00'.repeat(200)}`)],
  ['a program of Linux', 'photo.png', () => bytes(`\x7fELF\x02\x01\x01${'\x00'.repeat(60)}`)],
  ['a script of a shell', 'robe.jpg', () => bytes('#!/bin/sh\nrm -rf /\n\x00')],
  ['a page called a picture', 'robe.jpg', () => bytes(`<html>${SCRIPT}</html>`)],
  ['a page called a text', 'mesures.txt', () => bytes(`Bonjour ${SCRIPT}`)],
  ['a page in UTF-16 called a text', 'mesures.txt', () => Buffer.from(`\ufeff<html>${SCRIPT}`, 'utf16le')],
  ['a drawing of lines called a PNG', 'croquis.png', () => bytes(`<?xml version="1.0"?><svg onload="alert(1)"/>`)],
  ['a style sheet of XML', 'a.txt', () => bytes('<?xml-stylesheet href="x"?><a/>')],
  [
    'a TIFF',
    'scan.tiff',
    () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
        .tiff()
        .toBuffer(),
  ],
  ['an archive', 'tout.zip', () => zip('a.txt', bytes('a'))],
  ['an archive called a document', 'devis.docx', () => zip('evil.exe', bytes('MZ'))],
  [
    'an archive of Java called a document',
    'devis.docx',
    () => zip('META-INF/MANIFEST.MF', bytes('Manifest-Version: 1.0')),
  ],
  ['a film', 'essayage.mp4', () => bytes('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom')],
  ['a gzip', 'a.gz', () => bytes('\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03')],
  [
    'a GIF that is a script behind its first letters',
    'robe.gif',
    () => bytes(`GIF89a/*${'x'.repeat(60)}*/=1;alert(1)`),
  ],
  ['a JPEG without an end', 'robe.jpg', async () => (await picture(400, 400)).subarray(0, 900)],
  ['a PNG that says it is forty thousand wide', 'robe.png', () => pngSaying(40_000, 40_000)],
  ['a PNG of no size', 'robe.png', () => pngSaying(0, 0)],
  ['a PNG of the largest numbers', 'robe.png', () => pngSaying(0x7fffffff, 0x7fffffff)],
  ['a WebP of nothing', 'robe.webp', () => bytes('RIFF\x04\x00\x00\x00WEBP')],
  ['an AVIF of nothing', 'robe.avif', () => bytes('\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf')],
  ['a HEIC of nothing', 'robe.heic', () => bytes('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic')],
  ['control signs called a text', 'a.txt', () => bytes('bonjour \x1b]0;titre\x07')],
  ['nothing', 'vide.jpg', () => bytes('')],
  ['one byte', 'un.jpg', () => bytes('\xff')],
];

describe('a file that is something else than it says', () => {
  it.each(REFUSED)('%s is refused with what is taken, and leaves nothing', async (_what, name, make) => {
    const before = await kept();
    const { status, body } = await upload(client, 'message', await make(), name);
    expect([413, 415]).toContain(status);
    expect(['file_type_refused', 'file_broken', 'picture_too_large']).toContain(body.code);
    expect(body.detail).toMatch(/\S/);
    expect(await kept()).toEqual(before);
  });
});

describe('a file that is two things at once', () => {
  it.each([
    ['a page behind its end', async () => Buffer.concat([await picture(), bytes(SCRIPT)])],
    [
      'a page in its comment',
      async () => {
        const jpeg = await picture();
        const comment = bytes(SCRIPT);
        const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
        return Buffer.concat([jpeg.subarray(0, 2), segment, comment, jpeg.subarray(2)]);
      },
    ],
    ['an archive behind its end', async () => Buffer.concat([await picture(), zip('evil.exe', bytes('MZ'))])],
  ])('a picture with %s is written anew: the picture stays, the other is gone', async (_what, make) => {
    const { status, body } = await upload(client, 'message', await make(), 'robe.jpg');
    expect([status, body.mime]).toEqual([201, 'image/jpeg']);
    const bytesKept = Buffer.from(await (await read(body.id)).arrayBuffer());
    expect(bytesKept.includes('script') || bytesKept.includes('evil.exe')).toBe(false);
    expect(await sharp(bytesKept).metadata()).toMatchObject({ width: 60, height: 90 });
  });

  it('a document is never shown where it could run: downloaded, under its own type, in a box', async () => {
    const pdf = bytes('%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF');
    for (const [content, name] of [
      [pdf, 'devis.pdf'],
      [bytes('javascript:alert(1)'), 'note.txt'],
      [bytes('=HYPERLINK("http://evil.example")'), 'table.csv'],
    ] as const) {
      const { status, body } = await upload(client, 'message', content, name);
      expect(status).toBe(201);
      const { headers } = await read(body.id);
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('content-type')).toMatch(/^(application\/pdf|text\/plain; charset=utf-8)$/);
    }
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.jpg'],
    ['..\\..\\windows\\system32\\a.exe', 'a.jpg'],
    ['robe.jpg\r\nset-cookie: a=b', 'robe.jpg'],
    ['robe";filename="evil.exe', 'robe%22;filename=%22evil.jpg'],
    ['facture\u202egpj.exe', 'facturegpj.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['robe.php.jpg', 'robe.php.jpg'],
    ['x'.repeat(5000), `${'x'.repeat(110)}.jpg`],
    ['\u200b\u200b', 'fichier.jpg'],
    ['فستان.jpg', 'فستان.jpg'],
  ])('%.40j is kept as what can be shown and saved anywhere', async (given, meant) => {
    const { status, body } = await upload(client, 'message', await picture(), given);
    expect(status).toBe(201);
    expect(body.name).not.toMatch(/[\r\n"\\/\u0000\u202e]/);
    expect(body.name).toBe(meant);
    const { headers } = await read(body.id);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/);
    expect(headers.get('set-cookie')).toBeNull();
  });
});
