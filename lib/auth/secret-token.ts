import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 256 random bits, so guessing it is hopeless and a plain hash is enough to keep it. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of it. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
