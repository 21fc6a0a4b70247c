import { getStroke } from 'perfect-freehand';

/** What can be laid on the paper; coordinates are those of the picture, whatever its size on screen. */
export type Mark =
  | { kind: 'stroke'; tool: 'pen' | 'wash' | 'eraser'; dye: string; width: number; points: [number, number, number][] }
  | { kind: 'mark'; number: number; x: number; y: number; words: string };

export type Stroke = Extract<Mark, { kind: 'stroke' }>;
export type NumberedMark = Extract<Mark, { kind: 'mark' }>;

/** Ink and the five dyes of the light theme: a sketch is paper, in the dark too. */
export const DYES = ['#1A1817', '#A3152F', '#2C4A86', '#8A5A00', '#005B53', '#5D6976'] as const;
export const DYE_NAMES = ['ink', 'garance', 'indigo', 'ocre', 'sarcelle', 'craie'] as const;

/** The wash is the dye at 20 %: passing twice makes it twice as deep. */
const WASH = 0.2;
const MARK_RADIUS = 22;

/** The ribbon of a stroke: width by pressure, thin at both ends; without a pen, speed gives the pressure. */
export function pathOf(stroke: Stroke): Path2D {
  const outline = getStroke(stroke.points, {
    size: stroke.tool === 'pen' ? stroke.width * 2 : stroke.width * 9,
    thinning: stroke.tool === 'pen' ? 0.65 : 0.1,
    smoothing: 0.6,
    streamline: 0.45,
    simulatePressure: stroke.points.every(([, , pressure]) => pressure === 0.5),
    start: { taper: stroke.tool === 'pen' ? stroke.width * 5 : 0 },
    end: { taper: stroke.tool === 'pen' ? stroke.width * 5 : 0 },
  });
  const path = new Path2D();
  const [first, ...rest] = outline;
  if (!first) return path;
  path.moveTo(first[0], first[1]);
  let [x, y] = first;
  for (const [nextX, nextY] of rest) {
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
    [x, y] = [nextX, nextY];
  }
  path.closePath();
  return path;
}

/** Draws everything on a transparent layer; the ground is laid under it when the picture is made. */
export function drawMarks(context: CanvasRenderingContext2D, marks: readonly Mark[], scale: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  for (const mark of marks) {
    if (mark.kind === 'mark') continue;
    context.globalCompositeOperation = mark.tool === 'eraser' ? 'destination-out' : 'source-over';
    context.globalAlpha = mark.tool === 'wash' ? WASH : 1;
    context.fillStyle = mark.dye;
    context.fill(pathOf(mark));
  }
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = 1;
  for (const mark of marks) if (mark.kind === 'mark') drawNumber(context, mark);
}

function drawNumber(context: CanvasRenderingContext2D, mark: NumberedMark): void {
  context.fillStyle = DYES[1];
  context.beginPath();
  context.arc(mark.x, mark.y, MARK_RADIUS, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = '#FFFFFF';
  context.font = '560 22px "Instrument Sans Variable", "Instrument Sans", Arial, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(mark.number), mark.x, mark.y + 1);
}

/** The words that go with the picture: one line per numbered mark. */
export const wordsOf = (marks: readonly Mark[]): string =>
  marks
    .filter((mark): mark is NumberedMark => mark.kind === 'mark' && mark.words.trim() !== '')
    .map((mark) => `${mark.number}. ${mark.words.trim()}`)
    .join('\n');
