import { type Actor, isStaff } from '../actor';
import type { FileTarget } from './schemas';

interface FileType {
  mime: string;
  /** What a name ends in; the first is written, the others are left as they came. */
  extensions: readonly [string, ...string[]];
  /** Decoded, turned upright and written anew. Anything else is kept as it comes and always downloaded, never shown. */
  picture?: true;
  /** Taken only as a voice that was recorded on our pages, never as a file somebody joins. */
  voice?: true;
  /** A film of a few seconds, in a conversation alone: kept as it comes, played with a picture of it before. */
  video?: true;
}

/** Every type of file the house takes; all that is known of one stands in its line. SVG and TIFF are not taken. */
const FILE_TYPES: readonly FileType[] = [
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], picture: true },
  { mime: 'image/png', extensions: ['png'], picture: true },
  { mime: 'image/webp', extensions: ['webp'], picture: true },
  { mime: 'image/avif', extensions: ['avif'], picture: true },
  { mime: 'image/gif', extensions: ['gif'], picture: true },
  // As phones keep them; written anew as JPEG.
  { mime: 'image/heic', extensions: ['heic'], picture: true },
  { mime: 'image/heif', extensions: ['heif'], picture: true },
  { mime: 'application/pdf', extensions: ['pdf'] },
  { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  { mime: 'text/plain', extensions: ['txt', 'csv'] },
  // As phones and browsers record them.
  { mime: 'video/mp4', extensions: ['mp4', 'm4v'], video: true },
  { mime: 'video/quicktime', extensions: ['mov', 'qt'], video: true },
  { mime: 'video/webm', extensions: ['webm'], video: true },
  { mime: 'audio/webm', extensions: ['webm'], voice: true },
  { mime: 'audio/mp4', extensions: ['m4a'], voice: true },
  { mime: 'audio/ogg', extensions: ['ogg'], voice: true },
];

const typeOf = (mime: string): FileType | undefined => FILE_TYPES.find((type) => type.mime === mime);

/**
 * Who may send a file for what. Work, models and portraits are the house's own; what a client brings goes into a conversation, to
 * their order or with their measurements.
 */
const SENT_BY: Readonly<Record<FileTarget, 'everyone' | 'staff'>> = {
  message: 'everyone',
  order: 'everyone',
  measurement: 'everyone',
  model: 'staff',
  avatar: 'staff',
  task: 'staff',
};

/** Whether somebody may send a file for this purpose. */
export const maySend = (actor: Pick<Actor, 'role'>, purpose: FileTarget): boolean =>
  SENT_BY[purpose] === 'everyone' || isStaff(actor);

/** Models and portraits are pictures; the rest may be a document too. */
const PICTURES_ONLY: readonly FileTarget[] = ['model', 'avatar'];

/** Whether a file of this type is a picture that can be shown, in any width. */
export const isImageType = (mime: string): boolean => typeOf(mime)?.picture ?? false;

/** Whether there is a picture to show of a file: it is one, or it is a video with one that stands for it. */
export const hasPicture = ({ mime, width }: { mime: string; width?: number }): boolean =>
  isImageType(mime) || (isVideoType(mime) && width !== undefined);

/** What people call otherwise than by its ending. */
const CALLED: Readonly<Record<string, string>> = { jpg: 'JPEG', webm: 'WebM' };

/** Whether a file of this type can be a voice. */
export const isVoiceType = (mime: string): boolean => typeOf(mime)?.voice ?? false;

/** Whether a file of this type is a video. */
export const isVideoType = (mime: string): boolean => typeOf(mime)?.video ?? false;

/** What a purpose takes, as people call it: `JPEG, PNG, …`. */
export const takenNames = (purpose: FileTarget): string =>
  FILE_TYPES.filter(({ mime }) => mime !== 'image/heif' && isTypeAllowed(mime, purpose))
    .map(({ extensions: [first] }) => CALLED[first] ?? first.toUpperCase())
    .join(', ');

/** Whether a file of this type may serve this purpose. */
export const isTypeAllowed = (mime: string, purpose: FileTarget): boolean =>
  PICTURES_ONLY.includes(purpose)
    ? isImageType(mime)
    : typeOf(mime) !== undefined && !isVoiceType(mime) && (purpose === 'message' || !isVideoType(mime));

/** Whether a file of this type may lie there, whatever it was sent for: a voice is a message's alone. */
export const mayServe = (mime: string, target: FileTarget): boolean =>
  isTypeAllowed(mime, target) || (target === 'message' && isVoiceType(mime));

/** The `accept` of a file field: pictures or videos alone, or what the purpose takes. */
export const acceptOf = (kind: FileTarget | 'picture' | 'video'): string =>
  FILE_TYPES.filter((type) => (kind === 'picture' || kind === 'video' ? type[kind] : isTypeAllowed(type.mime, kind)))
    .flatMap(({ mime, extensions }) => [mime, ...extensions.map((extension) => `.${extension}`)])
    .join(',');

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
  // A type the house does not take has no name of its own: the ending that came could be any, so none is kept.
  const extensions: readonly string[] = typeOf(mime)?.extensions ?? [];
  const extension = extensions.includes(given) ? given : extensions[0];
  return extension ? `${stem}.${extension}` : stem;
}

/** Words without control characters, and nothing a browser could take for markup. */
const isOnlyWords = (text: string): boolean =>
  text.length > 0 && !/<[!?/a-z]/i.test(text) && !/[^\P{Cc}\t\n\r\f]/u.test(text);

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Text that is only text: valid UTF-8 without control characters, and nothing a browser could take for markup.
 * The type sniffer knows binary signatures only, so plain text is recognised by what it is not.
 */
export const isPlainText = (bytes: Uint8Array): boolean => isOnlyWords(decoded(bytes, 'utf-8') ?? '');

/** Bytes of the 0x80s and 0x90s that are no letter of Windows-1252. */
const NO_LETTER = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The same of a file that is called a text: old editors and spreadsheets write UTF-16 with its mark, or Windows-1252. The bytes
 * stay as they came.
 */
export function isCalledText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (wide) return isOnlyWords(decoded(bytes, wide) ?? '');
  if (isPlainText(bytes)) return true;
  if (bytes.some((byte) => NO_LETTER.has(byte))) return false;
  // The same letters in Latin 1, but for the 0x80s and 0x90s: those are letters and signs here, not controls.
  return isOnlyWords(
    decoded(
      bytes.map((byte) => (byte >= 0x80 && byte <= 0x9f ? 0xe9 : byte)),
      'latin1',
    ) ?? '',
  );
}

/** Where a file is read; a picture in one of the widths the house keeps, of a video the picture shown before it plays. */
export const fileUrl = (id: string, width?: number): string => `/api/files/${id}${width ? `?w=${width}` : ''}`;
