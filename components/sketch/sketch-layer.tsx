'use client';

import { type CSSProperties, useEffect, useRef } from 'react';
import { movesOf, type Size } from './on-sheet';
import { drawStrokes, type Stroke, type Words } from './strokes';

interface Props {
  size: Size;
  strokes: readonly Stroke[];
  words: readonly Words[];
  /** Words answer to the pointer while one writes. */
  writing: boolean;
  onEdit: (words: Words) => void;
  onMove: (id: string, x: number, y: number) => void;
}

/** Where words stand on the sheet, whatever its size on screen. */
export const wordsPlace = (words: Pick<Words, 'x' | 'y' | 'size' | 'dye'>, size: Size): CSSProperties => ({
  left: `${(words.x / size.width) * 100}%`,
  top: `${(words.y / size.height) * 100}%`,
  fontSize: `${(words.size / size.width) * 100}cqw`,
  color: words.dye,
});

/** One transparency: its lines on a canvas, its words above them. */
export function SketchLayer({ size, strokes, words, writing, onEdit, onMove }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) drawStrokes(context, strokes);
  }, [strokes, size]);
  return (
    <>
      <canvas ref={canvas} width={size.width} height={size.height} aria-hidden="true" />
      {words.map((one) => (
        <button
          key={one.id}
          type="button"
          className="sketch-words"
          data-writing={writing || undefined}
          style={wordsPlace(one, size)}
          {...movesOf(one, size, (x, y) => onMove(one.id, x, y))}
          onClick={() => onEdit(one)}
        >
          {one.text}
        </button>
      ))}
    </>
  );
}
