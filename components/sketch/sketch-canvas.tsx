'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { drawMarks, type Mark, type NumberedMark, type Stroke } from './strokes';

export type Tool = Stroke['tool'] | 'mark';

interface Props {
  size: { width: number; height: number };
  /** Address of what is drawn on; none is blank paper. */
  ground?: string;
  onGround: (image: HTMLImageElement | null) => void;
  marks: readonly Mark[];
  tool: Tool;
  dye: string;
  width: number;
  chosen: number | null;
  onStroke: (stroke: Stroke) => void;
  onPlace: (x: number, y: number) => void;
  onMove: (number: number, x: number, y: number) => void;
  onChoose: (number: number) => void;
}

const STEP = 8;

/** The sheet: what is drawn on, and a transparent layer that takes pen, finger and mouse. */
export function SketchCanvas(props: Props) {
  const { size, ground, onGround, marks, tool, dye, width, chosen, onStroke, onPlace, onMove, onChoose } = props;
  const t = useTranslations('chat');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [current, setCurrent] = useState<Stroke | null>(null);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element && context) drawMarks(context, current ? [...marks, current] : marks, 1);
  }, [marks, current, size]);

  const at = (event: PointerEvent): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * size.width,
      ((event.clientY - box.top) / box.height) * size.height,
    ];
  };
  const pressure = (event: PointerEvent): number => (event.pointerType === 'pen' ? event.pressure : 0.5);
  const onDown = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const [x, y] = at(event);
    if (tool === 'mark') return onPlace(x, y);
    event.currentTarget.setPointerCapture(event.pointerId);
    setCurrent({ kind: 'stroke', tool, dye, width, points: [[x, y, pressure(event)]] });
  };
  const onDraw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current || !event.isPrimary) return;
    const [x, y] = at(event);
    setCurrent({ ...current, points: [...current.points, [x, y, pressure(event)]] });
  };
  const onUp = () => {
    if (current) onStroke(current);
    setCurrent(null);
  };
  const onKey = (event: KeyboardEvent, mark: NumberedMark) => {
    const by = event.shiftKey ? 1 : STEP;
    const move: Record<string, [number, number]> = {
      ArrowLeft: [-by, 0],
      ArrowRight: [by, 0],
      ArrowUp: [0, -by],
      ArrowDown: [0, by],
    };
    const step = move[event.key];
    if (!step) return;
    event.preventDefault();
    onMove(mark.number, mark.x + step[0], mark.y + step[1]);
  };
  return (
    <div className="sketch-sheet" style={{ '--sketch-ratio': size.width / size.height } as CSSProperties}>
      {ground && (
        <img
          src={ground}
          alt=""
          crossOrigin="use-credentials"
          onLoad={(event) => onGround(event.currentTarget)}
          onError={() => onGround(null)}
        />
      )}
      <canvas
        ref={canvas}
        width={size.width}
        height={size.height}
        aria-label={t('sketch.canvas')}
        role="img"
        onPointerDown={onDown}
        onPointerMove={onDraw}
        onPointerUp={onUp}
        onPointerCancel={() => setCurrent(null)}
      />
      {marks.map(
        (mark) =>
          mark.kind === 'mark' && (
            <button
              key={mark.number}
              type="button"
              className="sketch-mark"
              data-chosen={chosen === mark.number || undefined}
              style={{ left: `${(mark.x / size.width) * 100}%`, top: `${(mark.y / size.height) * 100}%` }}
              aria-label={t('sketch.mark', { number: mark.number })}
              onKeyDown={(event) => onKey(event, mark)}
              onClick={() => onChoose(mark.number)}
            >
              {mark.number}
            </button>
          ),
      )}
    </div>
  );
}
