import { DRAWING_PAPER } from '@/lib/palette';
import { drawNumber, drawStrokes, drawWords, isRemark, type Sketch, type Stroke, type Words } from './strokes';

/** The paper of a blank sketch. */
const PAPER = DRAWING_PAPER;

/** The italic serif of the page, for a canvas. */
const italic = (): string =>
  `${getComputedStyle(document.documentElement).getPropertyValue('--newsreader-italic') || 'Georgia'}, Georgia, serif`;

/** Ground, layers and remarks as one PNG file: what is hidden on the pad is not in it. */
export async function makePicture(
  size: { width: number; height: number },
  ground: HTMLImageElement | null,
  sketch: Sketch,
  name: string,
): Promise<File> {
  const picture = document.createElement('canvas');
  const layer = document.createElement('canvas');
  picture.width = layer.width = size.width;
  picture.height = layer.height = size.height;
  const below = picture.getContext('2d');
  const above = layer.getContext('2d');
  if (!below || !above) throw new Error('this browser cannot draw');
  const family = italic();
  // The face may not have been used yet; one that is not to be had is no reason to lose the drawing.
  await document.fonts.load(`400 24px ${family.split(',')[0]}`).catch(() => undefined);
  below.fillStyle = PAPER;
  below.fillRect(0, 0, size.width, size.height);
  if (ground && !sketch.hiddenGround) below.drawImage(ground, 0, 0, size.width, size.height);
  for (const { id, hidden } of sketch.layers) {
    if (hidden) continue;
    const own = sketch.marks.filter((mark): mark is Stroke | Words => !isRemark(mark) && mark.layer === id);
    drawStrokes(
      above,
      own.filter((mark): mark is Stroke => mark.kind === 'stroke'),
    );
    for (const mark of own) if (mark.kind === 'words') drawWords(above, mark, family);
    below.drawImage(layer, 0, 0);
  }
  if (!sketch.hiddenMarks) for (const mark of sketch.marks) if (isRemark(mark)) drawNumber(below, mark);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be made');
  return new File([blob], name, { type: 'image/png' });
}
