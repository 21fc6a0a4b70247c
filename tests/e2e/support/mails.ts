import { expect } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownHouse } from './houses';

/** Where the house under test writes the mails it has no server for. */
const folder = (): string => join(ownHouse().dataDir, 'mails');

async function mailsTo(address: string): Promise<string[]> {
  const names = (await readdir(folder()).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  const found: string[] = [];
  for (const name of names) {
    const raw = await readFile(join(folder(), name), 'utf8');
    if (!new RegExp(`^To: ${address.replace(/[.+]/g, '\\$&')}\\r?$`, 'im').test(raw)) continue;
    // The .html is written after the .eml; until then the mail does not count.
    const html = await readFile(join(folder(), name.replace(/\.eml$/, '.html')), 'utf8').catch(() => '');
    if (html) found.push(html);
  }
  return found;
}

/** How many mails an address has got. */
export const mailCount = async (address: string): Promise<number> => (await mailsTo(address)).length;

/**
 * The link that the newest mail to an address opens a page with, once it has arrived.
 * @param page the first part of the page's address
 */
export async function linkInMail(address: string, page: 'reset-password' | 'invitations'): Promise<string> {
  const pattern = new RegExp(`https?://[^"]+/(?:fr|en)/${page}/[\\w-]+`);
  let link: string | undefined;
  await expect
    .poll(async () => (link = pattern.exec((await mailsTo(address)).at(-1) ?? '')?.[0]), {
      message: `a mail to ${address} with a link to ${page}`,
    })
    .toBeDefined();
  return link ?? '';
}
