import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptOf, cleanName, hasPicture, isCalledText, isPlainText, isTypeAllowed } from '@/lib/files/rules';

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Bureau\\robe.JPEG', 'image/jpeg', 'robe.jpeg'],
    ['facture\u202efdp.exe', 'application/pdf', 'facturefdp.pdf'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['', 'image/png', 'fichier.png'],
    ['facture.exe', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'facture.docx'],
    ['mesures.xls', 'application/vnd.oasis.opendocument.spreadsheet', 'mesures.ods'],
    ['robe.avif.exe', 'image/avif', 'robe.avif.avif'],
    ['script.exe', 'application/x-unknown', 'script'],
    ['patron.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'patron.docx'],
  ])('%s (%s) → %s', (name, mime, clean) => expect(cleanName(name, mime)).toBe(clean));

  it('never carries a path, a control character or a quote, and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (name) => {
        const clean = cleanName(name, 'application/pdf');
        return clean.length > 4 && [...clean].length <= 120 && !/[\\/"<>\p{Cc}\p{Cf}]/u.test(clean);
      }),
    );
  });
});

describe('plain text', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each(['Ourlet : 3 cm\n', 'a < b et c > d', 'nom;taille\nAwa;38\n'])('%j is text', (text) =>
    expect(isPlainText(bytes(text))).toBe(true),
  );
  it.each(['<p>', '<!doctype html>', '<?xml version="1.0"?>', 'a\u0000b', '</script', ''])('%j is not', (text) =>
    expect(isPlainText(bytes(text))).toBe(false),
  );
  it('is valid UTF-8', () => expect(isPlainText(new Uint8Array([0xe9, 0x74, 0xe9]))).toBe(false));
});

describe('a file that is called a text', () => {
  const words = 'Reprendre la taille : 1 cm, côté cœur\n';
  const utf16 = Buffer.from(`\ufeff${words}`, 'utf16le');
  const windows = Buffer.from(words.replace('œ', '\u009c'), 'latin1');
  it.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-16', utf16],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
    ['Windows-1252', windows],
    ['what a format begins with', Buffer.from('BM, GIF, MZ et %PDF')],
  ])('is one in %s', (_what, bytes) => expect(isCalledText(bytes)).toBe(true));
  it.each([
    ['markup in UTF-16', Buffer.from('\ufeff<img src=x>', 'utf16le')],
    ['markup in Windows-1252', Buffer.concat([windows, Buffer.from('<script>')])],
    ['a byte that is no letter', Buffer.from([0x61, 0x81])],
    ['controls', Buffer.from([0xe9, 0x00, 0x61])],
    ['nothing', Buffer.from('')],
    ['half a sign of UTF-16', Buffer.from([0xff, 0xfe, 0x61])],
  ])('is none: %s', (_what, bytes) => expect(isCalledText(bytes)).toBe(false));
});

describe('what a file field offers', () => {
  it('is what the purpose takes, by type and by ending', () => {
    expect(acceptOf('order')).toContain('image/jpeg,.jpg,.jpeg');
    expect(acceptOf('order')).toContain('application/pdf,.pdf');
    expect(acceptOf('model')).toBe(acceptOf('picture'));
    expect(acceptOf('model')).not.toContain('pdf');
    expect(acceptOf('video')).toBe('video/mp4,.mp4,.m4v,video/quicktime,.mov,.qt,video/webm,.webm');
    expect(acceptOf('order')).not.toContain('video');
  });
});

describe('a file with a picture to show', () => {
  it.each([
    ['image/jpeg', undefined, true],
    ['video/mp4', 600, true],
    ['video/mp4', undefined, false],
    ['audio/webm', 600, false],
    ['application/pdf', 600, false],
  ])('%s of %s pixels: %s', (mime, width, shown) => expect(hasPicture({ mime, width })).toBe(shown));
});

describe('types', () => {
  it.each([
    ['image/png', 'model', true],
    ['application/pdf', 'model', false],
    ['application/pdf', 'avatar', false],
    ['application/pdf', 'message', true],
    ['image/svg+xml', 'message', false],
    ['text/html', 'message', false],
    ['image/heic', 'message', true],
    ['image/heif', 'avatar', true],
    ['image/tiff', 'message', false],
    ['video/mp4', 'message', true],
    ['video/quicktime', 'message', true],
    ['video/webm', 'message', true],
    ['video/mp4', 'order', false],
    ['video/mp4', 'task', false],
    ['video/mp4', 'model', false],
  ] as const)('%s for a %s: %s', (mime, purpose, allowed) => expect(isTypeAllowed(mime, purpose)).toBe(allowed));
});
