import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of every key: AUTH_SECRET, else one made on the first start and kept in the data folder, one root a line. */
export function authSecret(dataDir: string, given: string | undefined): string {
  if (given) return given;
  const file = join(dataDir, 'auth-secret');
  try {
    const kept = readFileSync(file, 'utf8')
      .split(/\s+/)
      .filter((root) => root.length >= 32);
    if (kept.length > 0) return kept.join(',');
  } catch {
    // The first start: there is none yet.
  }
  const made = randomBytes(48).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
