import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer';
import { env } from '../env';
import { log } from '../log';

export interface OutgoingMail {
  id: string;
  /** Whose mail it is, where MAIL_FROM does not say. */
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Where a mail program stops such mails by itself. */
  stop?: string;
}

let transport: { url: string; transporter: Transporter } | undefined;

function smtp(url: string): Transporter {
  if (transport?.url !== url)
    transport = {
      url,
      transporter: nodemailer.createTransport(url),
    };
  return transport.transporter;
}

/** Composes a mail in memory instead of sending it. */
const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });

const folderOf = (): string => resolve(env().DATA_DIR, 'mails');

/** Removes the files of mails that were written for want of a server; again is free. */
export async function removeMailFiles(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const names = await readdir(folderOf()).catch(() => []);
  const theirs = names.filter((name) => ids.some((id) => name.includes(`-${id}.`)));
  for (const name of theirs) await rm(join(folderOf(), name), { force: true });
}

/** Without an SMTP server each mail becomes a file: `.eml` for a mail program, `.html` for a browser. */
async function write(mail: OutgoingMail, message: SendMailOptions): Promise<void> {
  const folder = folderOf();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { message: raw } = await composer.sendMail(message);
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const base = join(folder, `${stamp}-${mail.id}`);
  // Links in mails open doors: the files are for this user only, and appear whole or not at all.
  await writeFile(`${base}.eml.part`, raw, { mode: 0o600 });
  await rename(`${base}.eml.part`, `${base}.eml`);
  await writeFile(`${base}.html`, mail.html, { mode: 0o600 });
  log().info({ mail: mail.id, file: `${base}.html` }, 'no SMTP server is set: the mail is in this file');
}

/**
 * Sends a mail by SMTP, or writes it into the data folder where it may be a file.
 * @returns how it left, `undefined` when there was no way
 * @throws whatever the server or the disk says
 */
export async function deliver(
  mail: OutgoingMail,
  { asFile }: { asFile: boolean },
): Promise<'smtp' | 'file' | undefined> {
  const { SMTP_URL, MAIL_FROM } = env();
  const message: SendMailOptions = {
    from: MAIL_FROM ?? mail.from,
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.stop === undefined
        ? {}
        : { 'List-Unsubscribe': `<${mail.stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
  if (SMTP_URL) {
    await smtp(SMTP_URL).sendMail(message);
    return 'smtp';
  }
  if (!asFile) return undefined;
  await write(mail, message);
  return 'file';
}
