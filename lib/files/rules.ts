import type { FileTarget } from './schemas';

/** Pictures that are decoded, turned upright and written anew; anything else of the kind (SVG, HEIC, TIFF) is refused. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

/** Documents kept as they come; they are always downloaded, never shown inside the house's pages. */
export const DOCUMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
] as const;

/** Models and portraits are pictures; the rest may be a document too. */
const PICTURES_ONLY: readonly FileTarget[] = ['model', 'avatar'];

export const isImageType = (mime: string): boolean => (IMAGE_TYPES as readonly string[]).includes(mime);

/** Whether a file of this type may serve this purpose. */
export const isTypeAllowed = (mime: string, purpose: FileTarget): boolean =>
  isImageType(mime) || (!PICTURES_ONLY.includes(purpose) && (DOCUMENT_TYPES as readonly string[]).includes(mime));

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/**
 * A file name that can be shown and saved anywhere: no path, no control or direction-changing characters (they disguise
 * `exe.jpg`), at most 120 characters, and the extension of what the file really is.
 */
export function cleanName(name: string, mime: string): string {
  const base = (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}"<>|:*?]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const dot = base.lastIndexOf('.');
  const stem = [...(dot > 0 ? base.slice(0, dot) : base)].slice(0, 110).join('') || 'fichier';
  const given = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  const wanted = EXTENSIONS[mime] ?? given;
  const extension = wanted === 'jpg' && given === 'jpeg' ? 'jpeg' : wanted;
  return extension ? `${stem}.${extension}` : stem;
}

/**
 * Text that is only text: valid UTF-8 without control characters, and nothing a browser could take for markup.
 * The type sniffer knows binary signatures only, so plain text is recognised by what it is not.
 */
export function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const opensMarkup = /<[!?/a-z]/i.test(text);
    return text.length > 0 && !opensMarkup && !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch {
    return false;
  }
}
