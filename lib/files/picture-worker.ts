import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import { framesOf, writeFrame } from './frames';
import { PictureRefused, type PictureRefusal } from './picture-refused';
import { isHeic, type MadePicture, type PictureAsk, workPicture } from './picture-work';

/** What the process of pictures answers: the picture without its bytes, which stand behind it, or why there is none. */
export type PictureAnswer = (Omit<MadePicture, 'bytes'> | { refused: PictureRefusal }) & {
  /** It goes after this one. */
  last: boolean;
};

// Where cores are few, who waits for a page goes first.
setPriority(10);
// It goes when the house closes the door, and not in the middle of a picture.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

// What a decoder says of a broken file goes to the usual outputs, so the answers do not.
const line = new Socket({ fd: 3 });
for await (const { head: ask, bytes } of framesOf<PictureAsk>(line)) {
  // WebAssembly never gives back the memory a large picture took: the next one finds a new process.
  const last = ask.kind === 'keep' && isHeic(ask.mime);
  try {
    const { bytes: picture, ...what } = await workPicture(ask, bytes);
    writeFrame(line, { ...what, last } satisfies PictureAnswer, picture);
  } catch (error) {
    const refused = error instanceof PictureRefused ? error.reason : 'unreadable';
    writeFrame(line, { refused, last } satisfies PictureAnswer);
  }
  if (last) break;
}
line.end();
