'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Switch } from '@/components/ui/checkbox';
import type { Tool } from './sketch-canvas';
import { drawStrokes, type Stroke, wordsSize } from './strokes';

export interface StrokeCardProps {
  tool: Exclude<Tool, 'mark'>;
  ink: Pick<Stroke, 'dye' | 'width' | 'even'>;
  onInk: (change: Partial<StrokeCardProps['ink']>) => void;
  /** Opens words in the middle of what is on screen, for those who do not point. */
  onWrite: () => void;
}

const SHEET = { width: 352, height: 64 };

/** A wave across the card, as a hand would try a pen in a margin; the pressure comes and goes. */
const TRIAL: Stroke['points'] = Array.from({ length: 40 }, (_, step) => [
  12 + step * 8.4,
  32 + 14 * Math.sin(step / 6),
  0.35 + 0.55 * Math.abs(Math.sin(step / 9)),
]);

/** What the tool draws, as a hand would try it. */
export function Trial({ tool, ink }: Pick<StrokeCardProps, 'tool' | 'ink'>) {
  const trial = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = trial.current?.getContext('2d');
    // The eraser leaves nothing to show: its width is shown in ink.
    const shown = tool === 'wash' ? 'wash' : 'pen';
    const stroke: Stroke = { kind: 'stroke', layer: '', tool: shown, ...ink, width: ink.width * 1.6, points: TRIAL };
    if (context) drawStrokes(context, [stroke]);
  }, [tool, ink]);
  return <canvas ref={trial} {...SHEET} aria-hidden="true" />;
}

/** What the chosen tool draws, how wide, and whether the hand's pressure shows. */
export function StrokeCard({ tool, ink, onInk, onWrite }: StrokeCardProps) {
  const t = useTranslations('chat.sketch');
  const locale = useLocale();
  const words = tool === 'words';
  return (
    <>
      <p className="small flex justify-between gap-4">
        <span className="strong">{t(tool)}</span>
        <span className="figures text-ink2">
          {words ? wordsSize(ink.width) : ink.width.toLocaleString(locale, { minimumFractionDigits: 1 })}
        </span>
      </p>
      {words ? (
        <p
          className="sketch-trial-words"
          style={{ color: ink.dye, fontSize: Math.min(34, wordsSize(ink.width) * 0.7) }}
        >
          {t('wordsTrial')}
        </p>
      ) : (
        <Trial tool={tool} ink={ink} />
      )}
      <input
        type="range"
        min={0.8}
        max={8}
        step={0.2}
        value={ink.width}
        aria-label={t(words ? 'wordsSize' : 'width')}
        onChange={(event) => onInk({ width: Number(event.target.value) })}
      />
      {tool === 'pen' && (
        <div className="sketch-pressure">
          <Switch isSelected={!ink.even} onChange={(follow) => onInk({ even: !follow })}>
            {t('pressure')}
          </Switch>
        </div>
      )}
      {words && (
        <button type="button" className="link smaller mt-2" onClick={onWrite}>
          {t('writeInMiddle')}
        </button>
      )}
    </>
  );
}
