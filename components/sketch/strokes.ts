import { getStroke } from 'perfect-freehand';
import type { Remark } from '@/lib/chat/rules';
import { DAY } from '@/lib/palette';

/** A line of the pen, a wash or the eraser; coordinates are those of the picture, whatever its size on screen. */
export interface Stroke {
  kind: 'stroke';
  layer: string;
  tool: 'pen' | 'wash' | 'eraser';
  dye: string;
  width: number;
  /** The hand's pressure is not followed: the same width from end to end. */
  even?: boolean;
  /** The number that says what it circles. */
  remark?: number;
  points: [number, number, number][];
}

/** Words written on the sheet, in the dye; `y` is their base line. */
export interface Words {
  kind: 'words';
  id: string;
  layer: string;
  dye: string;
  size: number;
  x: number;
  y: number;
  text: string;
}

/** A numbered remark; `task` is what came of it. */
export interface NumberedMark {
  kind: 'mark';
  number: number;
  x: number;
  y: number;
  words: string;
  task?: { status: 'todo' | 'doing' | 'blocked' | 'done'; dueDate?: string };
}

export type Mark = Stroke | Words | NumberedMark;

/** A transparency over the ground. What is hidden stays out of the sent picture; what is locked takes no line. */
export interface Layer {
  id: string;
  /** Its number in its name, given once. */
  n: number;
  hidden?: boolean;
  locked?: boolean;
}

export interface Sketch {
  /** From the lowest to the highest. */
  layers: Layer[];
  /** The layer that takes the next line. */
  active: string;
  marks: Mark[];
  hiddenMarks?: boolean;
  hiddenGround?: boolean;
}

export const newSketch = (): Sketch => ({ layers: [{ id: 'layer-1', n: 1 }], active: 'layer-1', marks: [] });

/** Ink and the five dyes of the light theme: a sketch is paper, in the dark too. */
export const DYES = [DAY.ink, DAY.garance, DAY.indigo, DAY.ocre, DAY.sarcelle, DAY.craie] as const;
export const DYE_NAMES = ['ink', 'garance', 'indigo', 'ocre', 'sarcelle', 'craie'] as const;

/** The wash is the dye at 20 %: passing twice makes it twice as deep. */
const WASH = 0.2;
/** The radius of a number in the sent picture: still read where the picture is a few centimetres tall. */
const markRadius = (size: { width: number; height: number }): number =>
  Math.max(22, Math.round(Math.max(size.width, size.height) / 34));

/** How tall words are, in the picture, for a width of the slider. */
export const wordsSize = (width: number): number => Math.round(12 + width * 10);

/** The ribbon of a stroke: width by pressure, thin at both ends; without a pen, speed gives the pressure. */
export function pathOf(stroke: Stroke): Path2D {
  const fine = stroke.tool === 'pen' && !stroke.even;
  const taper = fine ? stroke.width * 5 : 0;
  const outline = getStroke(stroke.points, {
    size: stroke.tool === 'pen' ? stroke.width * 2 : stroke.width * 9,
    thinning: fine ? 0.65 : stroke.even ? 0 : 0.1,
    smoothing: 0.6,
    streamline: 0.45,
    simulatePressure: !stroke.even && stroke.points.every(([, , pressure]) => pressure === 0.5),
    start: { taper },
    end: { taper },
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

/** Draws the lines of one layer on a clear canvas: the eraser takes away from this layer only. */
export function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  for (const stroke of strokes) {
    context.globalCompositeOperation = stroke.tool === 'eraser' ? 'destination-out' : 'source-over';
    context.globalAlpha = stroke.tool === 'wash' ? WASH : 1;
    context.fillStyle = stroke.dye;
    context.fill(pathOf(stroke));
  }
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = 1;
}

/** @param family the italic serif as the browser knows it */
export function drawWords(context: CanvasRenderingContext2D, words: Words, family: string): void {
  context.fillStyle = words.dye;
  context.font = `400 ${words.size}px ${family}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(words.text, words.x, words.y);
}

export function drawNumber(context: CanvasRenderingContext2D, mark: NumberedMark): void {
  const radius = markRadius(context.canvas);
  context.fillStyle = DYES[1];
  context.beginPath();
  context.arc(mark.x, mark.y, radius, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = DAY['on-garance'];
  context.font = `560 ${radius}px "Instrument Sans Variable", "Instrument Sans", Arial, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(mark.number), mark.x, mark.y + 1);
}

export const isRemark = (mark: Mark): mark is NumberedMark => mark.kind === 'mark';

/** What goes with the picture: each number that stands on it, in their order, with its words or none. */
export const remarksOf = (marks: readonly Mark[]): Remark[] =>
  marks
    .filter(isRemark)
    .map(({ number, words }) => ({ number, words: words.trim() }))
    .sort((one, other) => one.number - other.number);

/** The sketch without one numbered mark, and without what was drawn around its place. */
export const withoutRemark = (marks: readonly Mark[], number: number): Mark[] =>
  marks.filter(
    (mark) => !(isRemark(mark) && mark.number === number) && !(mark.kind === 'stroke' && mark.remark === number),
  );

/** Where the number of a circle stands: beside its upper right, within the picture. */
export function besideOf(points: Stroke['points'], size: { width: number; height: number }): [number, number] {
  const radius = markRadius(size);
  const [right, top] = points.reduce(
    ([x, y], [px, py]): [number, number] => [Math.max(x, px), Math.min(y, py)],
    [0, size.height],
  );
  const within = (value: number, most: number) => Math.min(most - radius, Math.max(radius, value));
  return [within(right + radius / 2, size.width), within(top + radius / 2, size.height)];
}
