'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { drawMarks, type Stroke } from './strokes';

interface Props {
  tool: Stroke['tool'];
  dye: string;
  width: number;
  onWidth: (width: number) => void;
}

const SHEET = { width: 352, height: 64 };

/** A wave across the card, as a hand would try a pen in a margin. */
const TRIAL: Stroke['points'] = Array.from({ length: 40 }, (_, step) => [
  12 + step * 8.4,
  32 + 14 * Math.sin(step / 6),
  0.5,
]);

/** What the chosen tool draws, and how wide; beside the tools where there is room. */
export function StrokeCard({ tool, dye, width, onWidth }: Props) {
  const t = useTranslations('chat.sketch');
  const locale = useLocale();
  const trial = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = trial.current?.getContext('2d');
    // The eraser leaves nothing to show: its width is shown in ink.
    const shown = tool === 'eraser' ? 'pen' : tool;
    if (context) drawMarks(context, [{ kind: 'stroke', tool: shown, dye, width: width * 1.6, points: TRIAL }], 1);
  }, [tool, dye, width]);
  return (
    <div className="sketch-stroke">
      <p className="small flex justify-between gap-4">
        <span className="strong">{t(tool)}</span>
        <span className="figures text-ink2">{width.toLocaleString(locale, { minimumFractionDigits: 1 })}</span>
      </p>
      <canvas ref={trial} {...SHEET} aria-hidden="true" />
      <input
        type="range"
        min={0.8}
        max={8}
        step={0.2}
        value={width}
        aria-label={t('width')}
        onChange={(event) => onWidth(Number(event.target.value))}
      />
    </div>
  );
}
