import { createHash } from 'node:crypto';
import { open as openFile, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { RawDocument } from './raw';
import { BackupRefused } from './refusal';
import { type FileKeys, open, proofOf, seal } from './seal';

/*
 * A backup is a line that says what it is, a line of JSON (the head), frames, and a foot: the manifest, its length, the
 * proof of all bytes before it, and a last word that a file cut short does not have. A frame is its length and its
 * content: a byte that says whether it is packed, then records: the length of a name, the name, a BSON document.
 */
const FIRST_LINE = 'FashionFlow backup\n';
const LAST_WORD = Buffer.from('FF.ENDED');
const PROOF_BYTES = 32;
const FOOT_BYTES = 4 + PROOF_BYTES + LAST_WORD.length;
/** What is gathered into one frame before it leaves. */
const FRAME_BYTES = 1024 * 1024;
/** No frame is longer: a document has 16 MB at most, and packing never makes one much larger. */
const LONGEST_FRAME = 24 * 1024 * 1024;
const HEAD_LIMIT = 64 * 1024;
/** Pictures and papers are packed already. */
const PACKED_ALREADY = /\.chunks$/;
const READ_BYTES = 1024 * 1024;

const packed = promisify<Uint8Array, { level: number }, Buffer>(gzip);
const unpacked = promisify<Uint8Array, Buffer>(gunzip);

const length32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Writes the file, in order. */
export class FrameWriter {
  readonly #sum = createHash('sha256');
  #records: Uint8Array[] = [];
  #gathered = 0;
  #plain = false;
  /** How many frames were written. */
  frames = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly keys: FileKeys | undefined,
  ) {}

  async #write(...parts: Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(parts);
    this.#sum.update(bytes);
    await this.file.writeFile(bytes);
  }

  async head(head: object): Promise<void> {
    await this.#write(Buffer.from(`${FIRST_LINE}${JSON.stringify(head)}\n`));
  }

  async add(collection: string, document: RawDocument): Promise<void> {
    const plain = PACKED_ALREADY.test(collection);
    if (plain !== this.#plain || this.#gathered + document.byteLength > FRAME_BYTES) await this.flush();
    this.#plain = plain;
    const name = Buffer.from(collection);
    // Copied: the bytes are a window on an answer that would be kept whole.
    this.#records.push(Buffer.of(name.length), name, Buffer.from(document));
    this.#gathered += document.byteLength;
  }

  /** Ends the frame that is being gathered. */
  async flush(): Promise<void> {
    if (this.#records.length === 0) return;
    const records = Buffer.concat(this.#records);
    this.#records = [];
    this.#gathered = 0;
    const content = this.#plain
      ? Buffer.concat([Buffer.of(0), records])
      : Buffer.concat([Buffer.of(1), await packed(records, { level: 1 })]);
    const frame = this.keys ? seal(this.keys, this.frames, content) : content;
    this.frames += 1;
    await this.#write(length32(frame.length), frame);
  }

  /** Ends the frames, so that what was written can be read again before the foot says what it is. */
  async ended(): Promise<Buffer> {
    await this.flush();
    await this.#write(length32(0));
    return proofOf(this.keys, this.#sum.copy());
  }

  async foot(manifest: object): Promise<void> {
    const text = Buffer.from(JSON.stringify(manifest));
    await this.#write(text, length32(text.length));
    await this.file.writeFile(Buffer.concat([proofOf(this.keys, this.#sum), LAST_WORD]));
  }
}

/** Reads a file from its beginning, and proves what it has read. */
export class FrameReader {
  #buffer: Buffer = Buffer.alloc(0);
  #position = 0;
  readonly #chunk = Buffer.alloc(READ_BYTES);

  constructor(private readonly file: FileHandle) {}

  /** @throws BackupRefused `folderAway` when there is no such file */
  static async open(path: string): Promise<FrameReader> {
    const file = await openFile(path, 'r').catch(() => {
      throw new BackupRefused('folderAway', { path });
    });
    return new FrameReader(file);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  stat(): Promise<{ size: number }> {
    return this.file.stat();
  }

  async #take(length: number): Promise<Buffer> {
    while (this.#buffer.length < length) {
      const { bytesRead } = await this.file.read(this.#chunk, 0, READ_BYTES, this.#position);
      if (bytesRead === 0) throw new BackupRefused('torn');
      this.#position += bytesRead;
      this.#buffer = Buffer.concat([this.#buffer, this.#chunk.subarray(0, bytesRead)]);
    }
    const taken = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return taken;
  }

  /** Begins again at the first byte. */
  restart(): void {
    this.#position = 0;
    this.#buffer = Buffer.alloc(0);
  }

  /** The head, as it is written. */
  async head(): Promise<unknown> {
    this.restart();
    const { size } = await this.stat();
    const start = await this.#take(Math.min(size, HEAD_LIMIT));
    if (start.toString('latin1', 0, FIRST_LINE.length) !== FIRST_LINE)
      throw new BackupRefused(FIRST_LINE.startsWith(start.toString('latin1')) ? 'torn' : 'notBackup');
    const end = start.indexOf('\n', FIRST_LINE.length);
    if (end < 0) throw new BackupRefused(size < HEAD_LIMIT ? 'torn' : 'notBackup');
    this.#position = end + 1;
    this.#buffer = Buffer.alloc(0);
    try {
      return JSON.parse(start.toString('utf8', FIRST_LINE.length, end));
    } catch {
      throw new BackupRefused('altered');
    }
  }

  /**
   * The manifest, as it is written; whether it is true says `prove`.
   * @throws BackupRefused `torn` when the file ends before its end
   */
  async foot(): Promise<{ manifest: unknown; proof: Buffer; provedBytes: number }> {
    const { size } = await this.stat();
    const foot = await this.#at(size - FOOT_BYTES, FOOT_BYTES);
    if (!foot.subarray(-LAST_WORD.length).equals(LAST_WORD)) throw new BackupRefused('torn');
    const length = foot.readUInt32BE(0);
    if (length > size - FOOT_BYTES) throw new BackupRefused('altered');
    const text = await this.#at(size - FOOT_BYTES - length, length);
    const proof = foot.subarray(4, 4 + PROOF_BYTES);
    try {
      return { manifest: JSON.parse(text.toString('utf8')), proof, provedBytes: size - PROOF_BYTES - LAST_WORD.length };
    } catch {
      throw new BackupRefused('altered');
    }
  }

  async #at(position: number, length: number): Promise<Buffer> {
    if (position < 0) throw new BackupRefused('torn');
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await this.file.read(bytes, 0, length, position);
    if (bytesRead < length) throw new BackupRefused('torn');
    return bytes;
  }

  /** What the first bytes of the file prove to. */
  async proofOf(keys: FileKeys | undefined, bytes: number): Promise<Buffer> {
    const sum = createHash('sha256');
    for (let at = 0; at < bytes;) {
      const { bytesRead } = await this.file.read(this.#chunk, 0, Math.min(READ_BYTES, bytes - at), at);
      if (bytesRead === 0) throw new BackupRefused('torn');
      sum.update(this.#chunk.subarray(0, bytesRead));
      at += bytesRead;
    }
    return proofOf(keys, sum);
  }

  /** Every record from after the head on, with the number of its frame. */
  async *records(keys: FileKeys | undefined): AsyncGenerator<{ frame: number; collection: string; document: Buffer }> {
    await this.head();
    for (let frame = 0; ; frame += 1) {
      const length = (await this.#take(4)).readUInt32BE(0);
      if (length === 0) return;
      if (length > LONGEST_FRAME) throw new BackupRefused('altered');
      const content = await contentOf(await this.#take(length), frame, keys);
      for (let at = 0; at < content.length;) {
        const nameEnd = at + 1 + (content[at] ?? 0);
        const end = nameEnd + content.readInt32LE(nameEnd);
        yield {
          frame,
          collection: content.toString('utf8', at + 1, nameEnd),
          document: content.subarray(nameEnd, end),
        };
        at = end;
      }
    }
  }
}

async function contentOf(frame: Buffer, number: number, keys: FileKeys | undefined): Promise<Buffer> {
  try {
    const content = keys ? open(keys, number, frame) : frame;
    return content[0] === 0 ? content.subarray(1) : await unpacked(content.subarray(1));
  } catch {
    throw new BackupRefused('altered');
  }
}
