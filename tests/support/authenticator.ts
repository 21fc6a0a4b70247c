import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** CBOR for what an attestation needs: small maps, texts, bytes and integers. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const map = value as Map<unknown, unknown>;
  return Buffer.concat([head(5, map.size), ...[...map].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

/** A security key in software: makes passkeys (ES256, no attestation) and signs with them as a browser would hand it on. */
export class Authenticator {
  readonly id = randomBytes(32);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  counter = 0;

  constructor(private readonly origin: string) {}

  private data(attested?: Buffer): Buffer {
    this.counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const flags = Buffer.from([attested ? 0x45 : 0x05]);
    return Buffer.concat([sha(new URL(this.origin).hostname), flags, count, attested ?? Buffer.alloc(0)]);
  }

  private client(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false });
  }

  /** Answers what a browser was asked when a passkey is made. */
  create(challenge: string): Record<string, unknown> {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cose]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', this.data(attested)],
      ]),
    );
    return this.answer({
      clientDataJSON: b64(this.client('webauthn.create', challenge)),
      attestationObject: b64(attestation),
      transports: ['internal'],
    });
  }

  /** Answers what a browser was asked when a passkey is shown. */
  get(challenge: string): Record<string, unknown> {
    const client = this.client('webauthn.get', challenge);
    const data = this.data();
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha(client)]))
      .sign(this.keys.privateKey);
    return this.answer({ clientDataJSON: b64(client), authenticatorData: b64(data), signature: b64(signature) });
  }

  private answer(response: Record<string, unknown>): Record<string, unknown> {
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', response, clientExtensionResults: {} };
  }
}
