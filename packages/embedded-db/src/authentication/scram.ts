import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { MongoError } from '../errors';

const ITERATIONS = 15_000;
const KEY_BYTES = 32;

const hash = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
const sign = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What a server keeps of a password (RFC 5802, section 3): enough to check a proof, not to make one. */
export interface Credentials {
  user: string;
  salt: Buffer;
  storedKey: Buffer;
  serverKey: Buffer;
}

export function makeCredentials(user: string, password: string): Credentials {
  const salt = randomBytes(28);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  return { user, salt, storedKey: hash(sign(salted, 'Client Key')), serverKey: sign(salted, 'Server Key') };
}

/** A conversation of which the client's first message was answered. */
export interface Conversation {
  /** What the client is answered. */
  reply: string;
  /** Checks the client's proof and gives the last answer. @throws MongoError 18 when it proves nothing. */
  finish(message: string): string;
}

/** The same words whatever is wrong, so that nothing is learnt from them. */
const authenticationFailed = (): MongoError => new MongoError(18, 'AuthenticationFailed', 'Authentication failed.');

const attributesOf = (message: string): Map<string, string> =>
  new Map(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));

/**
 * Answers the first message of SCRAM-SHA-256 (RFC 7677), without channel binding. An unknown user is answered like the
 * known one and refused at the end.
 *
 * @throws MongoError 18 for what is not such a message.
 */
export function beginConversation(credentials: Credentials, message: string): Conversation {
  if (!/^[ny],,/.test(message)) throw authenticationFailed();
  const bare = message.slice(3);
  const first = attributesOf(bare);
  const clientNonce = first.get('r');
  if (!clientNonce) throw authenticationFailed();
  const nonce = clientNonce + randomBytes(18).toString('base64');
  const reply = `r=${nonce},s=${credentials.salt.toString('base64')},i=${ITERATIONS}`;
  const binding = Buffer.from(message.slice(0, 3)).toString('base64');
  const finish = (last: string): string => {
    const attributes = attributesOf(last);
    const proof = Buffer.from(attributes.get('p') ?? '', 'base64');
    const signed = `${bare},${reply},${last.slice(0, last.lastIndexOf(',p='))}`;
    const signature = sign(credentials.storedKey, signed);
    if (proof.length !== KEY_BYTES) throw authenticationFailed();
    const clientKey = Buffer.from(proof.map((byte, at) => byte ^ signature[at]!));
    const proves = timingSafeEqual(hash(clientKey), credentials.storedKey);
    if (!proves || first.get('n') !== credentials.user) throw authenticationFailed();
    if (attributes.get('r') !== nonce || attributes.get('c') !== binding) throw authenticationFailed();
    return `v=${sign(credentials.serverKey, signed).toString('base64')}`;
  };
  return { reply, finish };
}
