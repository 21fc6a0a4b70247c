import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { closeBeginning } from '../lib/begin/begin-house';
import { createAccount } from '../lib/auth/create-account';
import { accounts } from '../lib/auth/documents';
import { hashPassword } from '../lib/auth/password';
import { email as emailSchema, newPassword } from '../lib/auth/schemas';
import { appDatabase } from '../lib/db/client';
import { env } from '../lib/env';
import { prepareDatabase } from '../lib/start/prepare-database';
import { isLocale } from '../lib/i18n/config';

const USAGE = `npm run create-owner -- --email ines@maison.example --name "Inès Haddad" [--locale fr|en] [--password-stdin] [--another]

The password is asked for on the terminal without being shown; with --password-stdin it is the first line of the input.
--another: makes one more owner in a house that has one.`;

/** Asks on the terminal; what is typed is not shown. */
async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => reject(new Error('Nothing was changed.')));
      lines.question('', resolve);
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

async function readPassword(fromInput: boolean): Promise<string> {
  if (fromInput) return firstLine();
  if (!process.stdin.isTTY)
    throw new Error('There is no terminal to ask for the password: give it with --password-stdin.');
  const password = await askHidden('Password (twelve characters or more): ');
  if (password !== (await askHidden('Once more: '))) throw new Error('The two are not the same. Nothing was changed.');
  return password;
}

/** Makes the first account of a real house: its owner. */
async function createOwner(): Promise<void> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      locale: { type: 'string', default: 'fr' },
      'password-stdin': { type: 'boolean', default: false },
      another: { type: 'boolean', default: false },
    },
  });
  const email = emailSchema.safeParse(values.email);
  const name = values.name?.trim();
  if (!email.success || !name || !isLocale(values.locale)) throw new Error(USAGE);
  if (!env().MONGODB_URI)
    throw new Error(
      'MONGODB_URI is not set. It names the database of the house; `npm run db` prints the one of the embedded database.',
    );
  const db = appDatabase();
  try {
    await prepareDatabase(db);
    if (!values.another && (await accounts(db).findOne({ role: 'owner', disabled: false })))
      throw new Error('This house has an owner already. Add --another to make one more.');
    if (await accounts(db).findOne({ email: email.data }))
      throw new Error('This address has an account already. Nothing was changed.');
    const password = newPassword.safeParse(await readPassword(values['password-stdin']));
    if (!password.success)
      throw new Error(
        'Choose a password of twelve to two hundred characters that is not a common one. Nothing was changed.',
      );
    await createAccount(db, {
      email: email.data,
      name,
      role: 'owner',
      locale: values.locale,
      passwordHash: await hashPassword(password.data),
      emailProvedAt: new Date(),
    });
    await closeBeginning(db);
    process.stdout.write(`${name} (${email.data}) owns the house and may sign in.\n`);
  } finally {
    await db.client.close();
  }
}

createOwner().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
});
