'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, type PointerEvent, useMemo, useRef, useState } from 'react';
import { movesOf, pointOf, type Size } from './on-sheet';
import { SketchLayer, wordsPlace } from './sketch-layer';
import { isRemark, type Sketch, type Stroke, type Words } from './strokes';
import { useFingers } from './use-fingers';
import { isEnter } from '@/components/ui/is-enter';
import type { useZoom } from './use-zoom';

export type Tool = Stroke['tool'] | 'mark' | 'words';

/** What is being written: new words, or those that are taken up again. */
export type Draft = Omit<Words, 'kind' | 'id'> & { id?: string };

interface Props {
  size: Size;
  /** Address of what is drawn on; none is blank paper. */
  ground?: string;
  onGround: (image: HTMLImageElement | null) => void;
  sketch: Sketch;
  /** With the loupe one looks closer, and draws nothing. */
  tool: Tool | 'loupe';
  /** What the next line is drawn with. */
  ink: Pick<Stroke, 'dye' | 'width' | 'even'>;
  chosen: number | null;
  draft: Draft | null;
  zoom: ReturnType<typeof useZoom>;
  onStroke: (stroke: Stroke) => void;
  onPlace: (x: number, y: number) => void;
  onMoveMark: (number: number, x: number, y: number) => void;
  onMoveWords: (id: string, x: number, y: number) => void;
  onChoose: (number: number) => void;
  onWrite: (x: number, y: number) => void;
  onEdit: (words: Words) => void;
  onDraft: (text: string) => void;
  onWritten: () => void;
}

/** From here the loupe goes back to the whole. */
const CLOSEST = 4;
const NOTHING: { strokes: readonly Stroke[]; words: readonly Words[] } = { strokes: [], words: [] };

/** The sheet: what is drawn on, the layers over it, and above them the hand: pen, finger or mouse. */
export function SketchCanvas(props: Props) {
  const { size, ground, onGround, sketch, tool, ink, chosen, draft, zoom } = props;
  const t = useTranslations('chat.sketch');
  const [current, setCurrent] = useState<Stroke | null>(null);
  // Several points may come between two pictures of the page: the line under the hand is the one they all belong to.
  const line = useRef<Stroke | null>(null);
  const draw = (stroke: Stroke | null) => {
    line.current = stroke;
    setCurrent(stroke);
  };
  const fingers = useFingers(zoom.zoom, zoom.zoomTo, () => draw(null));
  const active = sketch.layers.find(({ id }) => id === sketch.active);
  const closed = !active || active.locked || active.hidden;

  const byLayer = useMemo(() => {
    const map = new Map<string, { strokes: Stroke[]; words: Words[] }>();
    for (const mark of sketch.marks) {
      if (isRemark(mark)) continue;
      const own = map.get(mark.layer) ?? { strokes: [], words: [] };
      map.set(mark.layer, own);
      if (mark.kind === 'stroke') own.strokes.push(mark);
      else if (mark.id !== draft?.id) own.words.push(mark);
    }
    return map;
  }, [sketch.marks, draft?.id]);

  const at = (event: PointerEvent): [number, number] =>
    pointOf(event, event.currentTarget.getBoundingClientRect(), size);
  const pressure = ({ pointerType, pressure }: { pointerType: string; pressure: number }): number =>
    pointerType === 'pen' ? pressure : 0.5;
  /** Where the hand was since the last event: a busy browser tells of several places at once. */
  const pointsOf = (event: PointerEvent): Stroke['points'] => {
    const box = event.currentTarget.getBoundingClientRect();
    const places = event.nativeEvent.getCoalescedEvents();
    return (places.length > 0 ? places : [event.nativeEvent]).map((one) => [...pointOf(one, box, size), pressure(one)]);
  };
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    if (fingers.down(event) || event.button !== 0 || !event.isPrimary) return;
    const [x, y] = at(event);
    if (tool === 'loupe') return;
    // What opens to be written takes the focus: the press must not take it back.
    if (tool === 'mark') {
      event.preventDefault();
      return props.onPlace(x, y);
    }
    if (closed) return;
    if (tool === 'words') {
      event.preventDefault();
      return props.onWrite(x, y);
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    draw({ kind: 'stroke', layer: sketch.active, tool, ...ink, points: [[x, y, pressure(event)]] });
  };
  const onDraw = (event: PointerEvent<HTMLDivElement>) => {
    if (fingers.move(event) || !line.current || !event.isPrimary) return;
    draw({ ...line.current, points: [...line.current.points, ...pointsOf(event)] });
  };
  const onUp = (event: PointerEvent<HTMLDivElement>) => {
    const byFingers = fingers.up(event);
    // A press that became a scroll of the sheet ends in a cancel, not here.
    if (tool === 'loupe' && !byFingers && event.button === 0)
      zoom.zoomTo(zoom.zoom < CLOSEST ? zoom.zoom * 2 : 1, event);
    if (!byFingers && line.current) props.onStroke(line.current);
    draw(null);
  };
  return (
    <div
      className="sketch-sheet"
      data-sheet=""
      style={{ '--sketch-ratio': size.width / size.height, '--sketch-zoom': zoom.zoom } as CSSProperties}
    >
      {ground && (
        <img
          src={ground}
          alt=""
          hidden={sketch.hiddenGround}
          crossOrigin="use-credentials"
          onLoad={(event) => onGround(event.currentTarget)}
          onError={() => onGround(null)}
        />
      )}
      {sketch.layers.map(({ id, hidden }) => {
        const { strokes, words } = byLayer.get(id) ?? NOTHING;
        return hidden ? null : (
          <SketchLayer
            key={id}
            size={size}
            strokes={current?.layer === id ? [...strokes, current] : strokes}
            words={words}
            writing={tool === 'words'}
            onEdit={props.onEdit}
            onMove={props.onMoveWords}
          />
        );
      })}
      <div
        className="sketch-surface"
        role="img"
        aria-label={t('canvas')}
        data-closed={(closed && tool !== 'mark') || undefined}
        data-loupe={tool === 'loupe' || undefined}
        onPointerDown={onDown}
        onPointerMove={onDraw}
        onPointerUp={onUp}
        onPointerCancel={(event) => {
          fingers.up(event);
          setCurrent(null);
        }}
      />
      {!sketch.hiddenMarks &&
        sketch.marks.map(
          (mark) =>
            mark.kind === 'mark' && (
              <button
                key={mark.number}
                type="button"
                className="sketch-mark"
                data-chosen={chosen === mark.number || undefined}
                style={{ left: `${(mark.x / size.width) * 100}%`, top: `${(mark.y / size.height) * 100}%` }}
                aria-label={t('mark', { number: mark.number })}
                {...movesOf(mark, size, (x, y) => props.onMoveMark(mark.number, x, y))}
                onClick={() => props.onChoose(mark.number)}
              >
                {mark.number}
              </button>
            ),
        )}
      {draft && (
        <input
          className="sketch-words"
          data-writing=""
          autoFocus
          aria-label={t('words')}
          placeholder={t('wordsPlaceholder')}
          maxLength={120}
          value={draft.text}
          style={wordsPlace(draft, size)}
          onChange={(event) => props.onDraft(event.target.value)}
          onBlur={props.onWritten}
          onKeyDown={(event) => {
            if (isEnter(event)) event.currentTarget.blur();
            if (event.key === 'Escape') {
              event.stopPropagation();
              event.currentTarget.blur();
            }
          }}
        />
      )}
    </div>
  );
}
