import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Circle, G, Image, Line, Path, Svg, View } from '@react-pdf/renderer';
import { renderAsync } from '@resvg/resvg-js';
import { BACK_TAPES, FRONT_TAPES, type Tape } from '../clients/measurement-tapes';
import { log } from '../log';
import { CONTROL, INK, PLATE, styles } from './style';
import { Text } from './text';

/** The drawings' own measure, and what a number keeps free above and below itself. */
const DRAWN = { width: 800, height: 1200 };
const STEP = 44;
/** Points: both sides find place under the facts of a first page. */
const DRAWING = 190;

/** The drawn person from the front and from behind, as PNG. */
export interface Figures {
  front: Buffer;
  back: Buffer;
}

const drawing = async (name: string): Promise<Buffer> => {
  const svg = await readFile(join(process.cwd(), 'public/drawings', `measure-${name}.svg`));
  return (await renderAsync(svg, { fitTo: { mode: 'width', value: 640 }, font: { loadSystemFonts: false } })).asPng();
};

let drawn: Promise<Figures> | undefined;

/**
 * Both drawings, rendered once for all papers (their wash takes a second or two, beside the event loop). Without them the
 * paper keeps its table: the next one tries again.
 */
export async function measuringFigures(): Promise<Figures | undefined> {
  drawn ??= Promise.all([drawing('front'), drawing('back')]).then(([front, back]) => ({ front, back }));
  try {
    return await drawn;
  } catch (error) {
    drawn = undefined;
    log().warn({ err: error }, 'a paper goes without its measuring figure');
    return undefined;
  }
}

/** Where the numbers of some tapes stand beside the drawing: in its height's order, none on another. */
export function placeNumbers(heights: readonly number[], step = STEP, last = DRAWN.height - STEP): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const places: number[] = [];
  let free = step;
  for (const index of order) {
    places[index] = Math.max(heights[index] ?? 0, free);
    free = (places[index] ?? 0) + step;
  }
  // What was pushed below the drawing is pushed back up.
  let lowest = last;
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] ?? 0, lowest);
    lowest = (places[index] ?? 0) - step;
  }
  return places;
}

interface SideProps {
  picture: Buffer;
  tapes: readonly Tape[];
  numbers: ReadonlyMap<string, number>;
  width: number;
}

/** One side of the figure with the tapes that were measured on it, basted, each led to its number. */
function Side({ picture, tapes, numbers, width }: SideProps) {
  const height = (width * DRAWN.height) / DRAWN.width;
  const scale = width / DRAWN.width;
  const shown = tapes.filter(({ code }) => numbers.has(code));
  const columns = [40, 760].map((x) => {
    const here = shown.filter(({ end }) => end[0] >= DRAWN.width / 2 === x > DRAWN.width / 2);
    const places = placeNumbers(here.map(({ end }) => end[1]));
    return here.map((tape, index) => ({ tape, x, y: places[index] ?? 0 }));
  });
  return (
    <View style={{ width, height, position: 'relative' }}>
      <Image src={{ data: picture, format: 'png' }} style={{ width, height }} />
      <Svg
        width={width}
        height={height}
        viewBox={`0 0 ${DRAWN.width} ${DRAWN.height}`}
        style={{ position: 'absolute', left: 0, top: 0 }}
      >
        {columns.flat().map(({ tape, x, y }) => (
          <G key={tape.code}>
            <Path d={tape.path} fill="none" stroke={INK} strokeWidth={2.6} strokeDasharray="9 7" />
            <Line x1={tape.end[0]} y1={tape.end[1]} x2={x} y2={y} stroke={CONTROL} strokeWidth={1.6} />
            <Circle cx={x} cy={y} r={20} fill={PLATE} stroke={INK} strokeWidth={2.4} />
          </G>
        ))}
      </Svg>
      {columns.flat().map(({ tape, x, y }) => (
        <Text
          key={tape.code}
          style={[
            styles.strong,
            {
              position: 'absolute',
              left: x * scale - 10,
              top: y * scale - 3.1,
              width: 20,
              fontSize: 6.2,
              lineHeight: 1,
              textAlign: 'center',
            },
          ]}
        >
          {numbers.get(tape.code)}
        </Text>
      ))}
    </View>
  );
}

/** The measuring figure of a print: both sides that were measured, numbered as the table beside it. */
export function MeasuringFigure({
  figures,
  codes,
  width,
}: {
  figures: Figures;
  codes: readonly string[];
  width: number;
}) {
  const numbers = new Map(codes.map((code, index) => [code, index + 1]));
  const sides = [
    { picture: figures.front, tapes: FRONT_TAPES },
    { picture: figures.back, tapes: BACK_TAPES },
  ].filter(({ tapes }) => tapes.some(({ code }) => numbers.has(code)));
  if (sides.length === 0) return null;
  return (
    <View style={[styles.row, { gap: 19, marginTop: 14 }]} wrap={false}>
      {sides.map((side, index) => (
        <View key={index} style={{ width, backgroundColor: PLATE, alignItems: 'center' }}>
          <Side {...side} numbers={numbers} width={DRAWING} />
        </View>
      ))}
    </View>
  );
}
