import { drawMarks, type Mark } from './strokes';

/** The paper of a blank sketch. */
export const PAPER = '#FBF9F4';

/** Ground and marks as one PNG file. */
export async function makePicture(
  size: { width: number; height: number },
  ground: HTMLImageElement | null,
  marks: readonly Mark[],
  name: string,
): Promise<File> {
  const picture = document.createElement('canvas');
  const layer = document.createElement('canvas');
  picture.width = layer.width = size.width;
  picture.height = layer.height = size.height;
  const below = picture.getContext('2d');
  const above = layer.getContext('2d');
  if (!below || !above) throw new Error('this browser cannot draw');
  below.fillStyle = PAPER;
  below.fillRect(0, 0, size.width, size.height);
  if (ground) below.drawImage(ground, 0, 0, size.width, size.height);
  drawMarks(above, marks, 1);
  below.drawImage(layer, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be made');
  return new File([blob], name, { type: 'image/png' });
}
