import { join } from 'node:path';
import { Piscina } from 'piscina';
import { env } from '../env';
import { AppError } from '../errors';
import { inTurn } from '../in-turn';
import { log } from '../log';
import type { PaperJob } from './paper-job';

/** A paper takes half a second, the first of a thread a few more; on a machine with much to do, many times that. */
const LONGEST_MS = 60_000;
/** More than this many waiting is nobody looking at papers any more. */
const LONGEST_QUEUE = 40;
/** The thread with its letters goes when nobody has printed for so long. */
const IDLE_MS = 5 * 60_000;
const MEMORY_MB = 512;

/** Kept on globalThis: in development each reload would open another. */
const holder = globalThis as typeof globalThis & { fashionflowPrinter?: Piscina<PaperJob, Uint8Array> };

function open(): Piscina<PaperJob, Uint8Array> {
  // What runs for people is built (scripts/programs.mjs); while developing and in tests the source is read.
  const file = env().NODE_ENV === 'production' ? '.programs/paper.mjs' : 'lib/pdf/paper-worker.mjs';
  const opened = new Piscina<PaperJob, Uint8Array>({
    filename: join(process.cwd(), file),
    execArgv: [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // A thread that cannot begin is nobody's answer; who waits for it is answered by their time limit.
  opened.on('error', (error: unknown) => log().error({ err: error }, 'the printing thread failed'));
  return opened;
}

/**
 * Prints a paper beside the loop that answers people: one at a time, within a memory and a time of its own.
 * @param prepare gathers what stands in it, when its turn has come: what twenty papers read at once would hold everybody up
 * @throws AppError unavailable when too many wait, or when this one takes too long or too much; what `prepare` throws.
 */
export const printPaper = (prepare: () => Promise<PaperJob>, longestMs = LONGEST_MS): Promise<Buffer> =>
  inTurn('papers', async () => printOne(await prepare(), longestMs), LONGEST_QUEUE);

async function printOne(job: PaperJob, longestMs: number): Promise<Buffer> {
  try {
    const bytes = await (holder.fashionflowPrinter ??= open()).run(job, { signal: AbortSignal.timeout(longestMs) });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    log().warn({ err: error, kind: job.kind }, 'a paper was not printed');
    throw new AppError('unavailable', { cause: error, retryAfter: 10 });
  }
}
