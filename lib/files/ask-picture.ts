import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { env } from '../env';
import { AppError } from '../errors';
import { inTurn } from '../in-turn';
import { log } from '../log';
import { type Frame, framesOf, writeFrame } from './frames';
import { MAX_FRAMES, type PictureRefusal } from './picture-refused';
import type { MadePicture, PictureAsk } from './picture-work';
import type { PictureAnswer } from './picture-worker';

/** Two seconds for a photograph of a telephone; on a machine with much to do, many times that. */
const LONGEST_MS = 60_000;
/** A process that nobody asked for so long goes. */
const IDLE_MS = 60_000;

/**
 * Who waits where: pictures that come in, and what is made of kept ones. Apart, so that somebody's uploads never keep a
 * visitor from the first look at a public picture. `most` may wait.
 */
const LINES = { incoming: { most: 40 }, kept: { most: 200 } };
type Line = keyof typeof LINES;

/** A process beside the house that works on pictures. */
interface Bench {
  child: ChildProcess;
  /** Both ways. */
  line: Socket;
  frames: AsyncGenerator<Frame<PictureAnswer>, undefined>;
  /** How it ended: by a signal (killed for taking too long, or felled by a picture), with a code, or not begun at all. */
  ended: Promise<{ signal: NodeJS.Signals | null }>;
  idle?: NodeJS.Timeout;
}

/** Kept on globalThis: in development each reload would open others. */
const holder = globalThis as typeof globalThis & { fashionflowBenches?: Map<Line, Bench> };

/** It has nothing of the house's secrets: what it opens comes from strangers. */
function open(): Bench {
  const { NODE_ENV } = env();
  const file = NODE_ENV === 'production' ? '.programs/picture.mjs' : 'lib/files/picture-worker.mjs';
  const child = spawn(process.execPath, ['--max-old-space-size=256', join(process.cwd(), file)], {
    // What a decoder says of a broken file is no line of the house's log.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { NODE_ENV },
  });
  const ended = new Promise<{ signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => resolve({ signal: null }));
    child.once('exit', (_, signal) => resolve({ signal }));
  });
  const line = child.stdio[3] as Socket;
  // Its end is seen where its answer is waited for.
  line.on('error', () => undefined);
  return { child, line, frames: framesOf<PictureAnswer>(line), ended };
}

/** Only while somebody waits does it keep this process from ending. */
function hold({ child, line }: Bench, held: boolean): void {
  for (const one of [child, line]) one[held ? 'ref' : 'unref']();
}

/** Keeps it for the next picture, for a while. */
function keep(benches: Map<Line, Bench>, where: Line, bench: Bench): void {
  benches.set(where, bench);
  bench.idle = setTimeout(() => {
    benches.delete(where);
    bench.line.end();
  }, IDLE_MS).unref();
}

/** What one process answers; undefined when it ended instead. */
async function askBench(bench: Bench, ask: PictureAsk, bytes: Buffer): Promise<Frame<PictureAnswer> | undefined> {
  clearTimeout(bench.idle);
  hold(bench, true);
  const patience = setTimeout(() => bench.child.kill('SIGKILL'), LONGEST_MS);
  try {
    writeFrame(bench.line, ask, bytes);
    return (await bench.frames.next()).value;
  } catch {
    // A line that breaks off, or says what no answer says.
    bench.child.kill('SIGKILL');
    return undefined;
  } finally {
    clearTimeout(patience);
    hold(bench, false);
  }
}

async function askOne(where: Line, ask: PictureAsk, bytes: Buffer): Promise<Frame<PictureAnswer>> {
  const benches = (holder.fashionflowBenches ??= new Map<Line, Bench>());
  const answerOf = async (bench: Bench): Promise<Frame<PictureAnswer> | undefined> => {
    const answer = await askBench(bench, ask, bytes);
    if (answer && !answer.head.last) keep(benches, where, bench);
    return answer;
  };
  const kept = benches.get(where);
  benches.delete(where);
  // One that was kept may have ended since: only a new one's end says anything about the picture.
  const known = kept && (await answerOf(kept));
  if (known) return known;
  const bench = open();
  const began = performance.now();
  const answer = await answerOf(bench);
  if (answer) return answer;
  const { signal } = await bench.ended;
  if (signal) return refusal(performance.now() - began >= LONGEST_MS ? 'tooLarge' : 'unreadable');
  log().error({ ask: ask.kind }, 'the process of pictures could not begin');
  throw new AppError('unavailable', { retryAfter: 10 });
}

const refusal = (refused: PictureRefusal): Frame<PictureAnswer> => ({
  head: { refused, last: true },
  bytes: Buffer.alloc(0),
});

/** The house's words for what the process says. */
function errorOf(refused: PictureRefusal): AppError {
  if (refused === 'movesTooMuch') return new AppError('picture_moves_too_much', { values: { frames: MAX_FRAMES } });
  return new AppError(refused === 'tooLarge' ? 'picture_too_large' : 'file_broken');
}

/**
 * Has a picture worked on in a process beside the house, of lower priority and with none of its secrets: neither its time
 * nor its memory is taken from who waits for a page, and bytes that fell the decoder fell nothing else.
 * One picture at a time in each line: decoding takes memory by the hundred megabytes.
 * @throws AppError file_broken for bytes that are no readable picture, picture_too_large for too many pixels or too long a
 *   time, picture_moves_too_much for too many frames; unavailable when too many wait.
 */
export async function askPicture(where: Line, ask: PictureAsk, input: Buffer): Promise<MadePicture> {
  const { head, bytes } = await inTurn(`pictures, ${where}`, () => askOne(where, ask, input), LINES[where].most);
  if ('refused' in head) throw errorOf(head.refused);
  const { mime, width, height, placeholder } = head;
  return { bytes, mime, width, height, placeholder };
}
