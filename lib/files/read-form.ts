import busboy from 'busboy';
import { AppError } from '../errors';

/** A form with one file: its plain fields by name, the file, and with a video the picture that stands for it. */
export interface SentForm {
  fields: Record<string, string>;
  file?: { name: string; bytes: Buffer };
  poster?: Buffer;
}

/** A purpose, a file, what a video brings along, and room for a word that no route knows (it is refused by name). */
const MAX_PARTS = 5;
/** A picture of the size of a screen; larger ones are not read to their end. */
const POSTER_BYTES = 2 * 1024 * 1024;
/** What the boundaries and headers of a form may take besides its file. */
const FORM_BYTES = 64 * 1024;

/**
 * Reads a multipart form as it arrives: at most five parts, one of them a file of up to `limit` bytes and one its poster.
 * Whoever sends more, without end or in a quarter of a million parts, is stopped at the bound and costs no more than what was read until then.
 * @throws AppError unsupported_media_type, file_too_large, invalid_request for a form that cannot be read.
 */
export async function readForm(request: Request, limit: number): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new AppError('unsupported_media_type');
  if (!request.body) throw new AppError('invalid_request');
  if (Number(request.headers.get('content-length') ?? 0) > limit + POSTER_BYTES + FORM_BYTES) throw tooLarge(limit);
  const form: SentForm = { fields: Object.create(null) as Record<string, string> };
  /** The names of the files that have begun. */
  const named = new Set<string>();
  let refused: AppError | undefined;
  const refuse = (code: 'file_too_large' | 'invalid_request', cause?: unknown) => {
    refused ??= code === 'file_too_large' ? tooLarge(limit) : new AppError(code, { cause });
  };
  const parser = parserOf(type, limit);
  const ended = new Promise<void>((resolve) => parser.once('close', resolve));
  parser
    .on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated) refuse('file_too_large');
      else form.fields[name] = value;
    })
    .on('file', (name, stream, { filename }) => {
      const chunks: Buffer[] = [];
      let length = 0;
      // One file stands under `file`, its picture under `poster`; any other name is a field that no route knows.
      if (named.has(name)) refuse('invalid_request');
      named.add(name);
      stream
        .on('data', (chunk: Buffer) => {
          length += chunk.byteLength;
          if (name === 'poster' && length > POSTER_BYTES) refuse('file_too_large');
          else chunks.push(chunk);
        })
        .on('limit', () => refuse('file_too_large'))
        .on('error', (cause) => refuse('invalid_request', cause))
        .on('end', () => {
          if (name === 'file') form.file = { name: filename ?? '', bytes: Buffer.concat(chunks) };
          else if (name === 'poster') form.poster = Buffer.concat(chunks);
          else form.fields[name] = '';
        });
    })
    .on('partsLimit', () => refuse('invalid_request'))
    .on('filesLimit', () => refuse('invalid_request'))
    .on('fieldsLimit', () => refuse('invalid_request'))
    .on('error', (cause) => refuse('invalid_request', cause));
  const reader = request.body.getReader();
  let read = 0;
  try {
    for (let part = await reader.read(); !part.done && !refused; part = await reader.read()) {
      read += part.value.byteLength;
      if (read > limit + POSTER_BYTES + FORM_BYTES) refuse('file_too_large');
      else if (!parser.write(part.value)) await Promise.race([drained(parser), ended]);
    }
  } catch (cause) {
    refuse('invalid_request', cause);
  }
  if (!refused) {
    parser.end();
    await ended;
  }
  if (refused) {
    parser.destroy();
    await reader.cancel().catch(() => undefined);
    throw refused;
  }
  return form;
}

const tooLarge = (limit: number) =>
  new AppError('file_too_large', { values: { megabytes: Math.floor(limit / 1024 / 1024) } });

const drained = (parser: busboy.Busboy) => new Promise<void>((resolve) => parser.once('drain', resolve));

function parserOf(type: string, limit: number): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: {
        parts: MAX_PARTS,
        files: 2,
        fields: MAX_PARTS - 1,
        fileSize: limit,
        fieldSize: 200,
        fieldNameSize: 100,
        headerPairs: 20,
      },
    });
  } catch (cause) {
    // A form without a boundary.
    throw new AppError('invalid_request', { cause });
  }
}
