import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../lib/db/client';
import { env } from '../../lib/env';
import { mails } from '../../lib/mail/documents';
import { afterwardsDone } from '../../lib/web/afterwards';

const folder = env().DATA_DIR;

/** The mails to an address, newest first, with what was written to disk. */
export async function mailsTo(
  db: Database,
  to: string,
): Promise<{ template: string; subject: string; html: string }[]> {
  await afterwardsDone();
  const sent = await mails(db).find({ to }).sort({ createdAt: -1, _id: -1 }).toArray();
  const files = sent.length > 0 ? await readdir(join(folder, 'mails')) : [];
  return Promise.all(
    sent.map(async ({ _id, template, subject }) => {
      const file = files.find((name) => name.endsWith(`${_id.toHexString()}.html`));
      return { template, subject, html: file ? await readFile(join(folder, 'mails', file), 'utf8') : '' };
    }),
  );
}

/** The secret at the end of the link of a mail. */
export function secretIn(html: string, page: 'reset-password' | 'invitations' | 'prove-address'): string {
  const found = new RegExp(`/(?:fr|en)/${page}/([\\w-]+)`).exec(html)?.[1];
  if (!found) throw new Error(`no ${page} link in the mail`);
  return found;
}
