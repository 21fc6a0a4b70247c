import sharp from 'sharp';
import { type MadePicture, placeholderOf } from '../../lib/files/picture-work';
import { renderCroquis } from './render-croquis';

/** What a message of the demo carries: bytes, and the name its sender gave them. */
export type DemoFile = { name: string } & (MadePicture | { mime: string; bytes: Buffer });

const WIDTH = 640;
const INK = '#1A1817';
const GARANCE = '#A3152F';

async function asImage(bytes: Buffer): Promise<MadePicture> {
  const { width = WIDTH, height = WIDTH } = await sharp(bytes).metadata();
  return { bytes, mime: 'image/webp', width, height, placeholder: await placeholderOf(bytes) };
}

/** A drawing of the house as a photo of the atelier would show it: on a ground, without the feet or the head. */
async function photo(croquis: string, ground: string, marks = ''): Promise<MadePicture> {
  let drawn: Buffer | undefined;
  await renderCroquis(
    [croquis],
    (_name, image) => {
      drawn = image.bytes;
      return Promise.resolve();
    },
    () => undefined,
  );
  const over = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="560">${marks}</svg>`);
  const cropped = await sharp(drawn)
    .flatten({ background: ground })
    .resize(WIDTH)
    .extract({ left: 0, top: 60, width: WIDTH, height: 560 })
    .toBuffer();
  return asImage(
    await sharp(cropped)
      .composite([{ input: over }])
      .webp({ quality: 84, effort: 1 })
      .toBuffer(),
  );
}

/** A sketch on the house’s drawing paper. */
async function sketch(strokes: string, words: string): Promise<MadePicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="460" viewBox="0 0 640 460"><rect width="640" height="460" fill="#FBF9F4"/>
<g fill="none" stroke="${INK}" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>
<text x="470" y="44" font-family="Georgia, serif" font-style="italic" font-size="27" fill="${GARANCE}">${words}</text></svg>`;
  return asImage(await sharp(Buffer.from(svg)).webp({ quality: 90, effort: 1 }).toBuffer());
}

/** One page of text as a PDF 1.4, its cross-reference table included. */
function pdf(title: string, lines: readonly string[]): { mime: string; bytes: Buffer } {
  const escape = (text: string) => text.replace(/[\\()]/g, (sign) => `\\${sign}`);
  const text = [
    `BT /F1 24 Tf 64 760 Td (${escape(title)}) Tj ET`,
    ...lines.map((line, index) => `BT /F1 12 Tf 64 ${716 - index * 22} Td (${escape(line)}) Tj ET`),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { mime: 'application/pdf', bytes: Buffer.from(body + table + end, 'latin1') };
}

const CIRCLE = `<path d="M352 236C372 196 436 190 452 232C466 274 408 306 368 288C344 276 340 256 352 236" fill="none" stroke="${GARANCE}" stroke-width="5"/>
<circle cx="486" cy="180" r="24" fill="${GARANCE}"/><text x="486" y="189" font-family="Arial, sans-serif" font-weight="600" font-size="25" fill="#FFFFFF" text-anchor="middle">1</text>`;
const BODICE =
  '<path d="M126 430C112 350 112 240 118 170C150 130 176 100 190 60C220 150 270 204 320 206C370 204 420 150 450 60C464 100 490 130 522 170C528 240 528 350 514 430M240 290C228 350 226 390 228 424M400 290C412 350 414 390 412 424"/>';

/** What stands after a `+` in a demo conversation. */
export const DEMO_FILES: Record<string, () => Promise<DemoFile>> = {
  cocktail: async () => ({
    name: 'drape-sur-mannequin.webp',
    ...(await photo('13-robe-cocktail-drapee-front.svg', '#E8D5D9')),
  }),
  caftan: async () => ({ name: 'premier-motif.webp', ...(await photo('21-caftan-ceremonie-front.svg', '#D9DED0')) }),
  satin: async () => ({
    name: 'satin-emeraude.webp',
    ...(await photo('01-robe-clair-de-lune-back.svg', '#CFDCD3')),
  }),
  toile: async () => ({ name: 'toile.webp', ...(await photo('18-fourreau-velours-front.svg', '#D6D3CC')) }),
  remarque: async () => ({
    name: 'epaule.webp',
    ...(await photo('01-robe-clair-de-lune-front.svg', '#D6D3CC', CIRCLE)),
  }),
  sirene: async () => ({ name: 'traine.webp', ...(await photo('03-mariee-sirene-front.svg', '#EDE9E0')) }),
  broderie: async () => ({ name: 'col.webp', ...(await photo('23-bazin-homme-front.svg', '#E4DCC9')) }),
  palazzo: async () => ({ name: 'taille.webp', ...(await photo('09-combinaison-palazzo-front.svg', '#DDE0D6')) }),
  lien: async () => ({
    name: 'lien-du-dos.webp',
    ...(await sketch(
      '<path d="M150 60C220 200 260 300 320 400M490 60C420 200 380 300 320 400M232 220C290 190 350 190 408 220"/>',
      '3 points',
    )),
  }),
  emmanchure: async () => ({
    name: 'emmanchure.webp',
    ...(await sketch(
      `${BODICE}<path d="M118 170C142 150 160 120 170 66M522 170C498 150 480 120 470 66M476 92L540 62" stroke="${GARANCE}"/>`,
      '+ 1,5 cm',
    )),
  }),
  longueur: async () => ({
    name: 'longueur.webp',
    ...(await sketch('<path d="M230 60C210 200 190 320 170 420H470C450 320 430 200 410 60M190 330H450"/>', 'au genou')),
  }),
  acompte: () =>
    Promise.resolve({
      name: 'recu-acompte.pdf',
      ...pdf(
        'FashionFlow',
        ['Reçu de l’acompte : 958,00 EUR', 'Robe Clair de lune', 'Virement'].map((line) => line.replaceAll('’', "'")),
      ),
    }),
  plan: () =>
    Promise.resolve({
      name: 'plan-de-table.pdf',
      ...pdf('Plan de table', ['Fleurs ivoire et laiton', 'Douze tables de huit']),
    }),
};
