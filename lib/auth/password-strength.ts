import { join } from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { log } from '../log';
import { passwordLack } from './password-lack';
import { personalWords } from './password-words';

/** zxcvbn's scale goes from 0 to 4; 3 is « safely unguessable: moderate protection from an offline attack ». */
const ENOUGH = 3;
/** What is longer is weighed by its beginning: the estimate takes long on long texts, and its length speaks for itself. */
const WEIGHED = 64;
const PATIENCE_MS = 15_000;

type Waiting = { resolve: (score: number) => void; reject: (error: Error) => void };
interface Scale {
  worker: Thread;
  waiting: Map<number, Waiting>;
  next: number;
}
let scale: Scale | undefined;

function openScale(): Scale {
  // Asked of the running process: the file is not to become part of the bundle, where it could not be found as a thread.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(join(process.cwd(), 'lib/auth/strength-worker.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: [],
  });
  worker.unref();
  const opened: Scale = { worker, waiting: new Map(), next: 1 };
  const fail = (error: Error) => {
    if (scale === opened) scale = undefined;
    for (const { reject } of opened.waiting.values()) reject(error);
    opened.waiting.clear();
  };
  worker.on('message', ({ id, score }: { id: number; score: number }) => {
    opened.waiting.get(id)?.resolve(score);
    opened.waiting.delete(id);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the password scale has ended')));
  return opened;
}

/** How hard a password is to guess, from 0 to 4; weighed in a thread of its own. */
async function weigh(password: string, words: readonly string[]): Promise<number> {
  scale ??= openScale();
  const { worker, waiting } = scale;
  const id = (scale.next += 1);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      timer = setTimeout(() => reject(new Error('the password scale is too slow')), PATIENCE_MS);
      worker.postMessage({ id, password: password.slice(0, WEIGHED), words });
    });
  } finally {
    clearTimeout(timer);
    waiting.delete(id);
  }
}

/**
 * Refuses a new password that is guessed early: one of the leaked and common ones, a word of French or English with a
 * number behind it, a run of keys (ASVS 5, 6.2.4 and 6.2.12), or one made of what everybody knows of the person.
 * @param about name, address and the like of the person, and the name of the house
 * @throws AppError weak_password; password_unweighed when the scale gives no answer: a password nobody has weighed is not let
 * through, it is asked for again.
 */
export async function demandStrongPassword(password: string, about: readonly string[]): Promise<void> {
  if (passwordLack(password, about)) throw new AppError('weak_password');
  const score = await weigh(password, personalWords(about)).catch((error: unknown) => {
    log().error({ err: error }, 'a password could not be weighed');
    throw new AppError('password_unweighed', { cause: error, retryAfter: 5 });
  });
  if (score < ENOUGH) throw new AppError('weak_password');
}

/** The same of a person of the house. @throws AppError of demandStrongPassword. */
export const demandPasswordFor = async (
  db: Database,
  { name, email }: { name: string; email: string },
  password: string,
): Promise<void> => demandStrongPassword(password, [name, email, (await getHouse(db)).name]);
