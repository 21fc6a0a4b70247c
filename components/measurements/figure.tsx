'use client';

import { useTranslations } from 'next-intl';
import { Plate } from '@/components/ui/plate';
import type { PointCode } from '@/lib/clients/measurement-points';
import { BACK_TAPES, FRONT_TAPES, type Tape } from '@/lib/clients/measurement-tapes';
import { BASTE, DAY } from '@/lib/palette';

const isBehind = (point: PointCode): boolean => BACK_TAPES.some((tape) => tape.code === point);

function Tapes({ tapes, point }: { tapes: readonly Tape[]; point: PointCode }) {
  const t = useTranslations('measurements.points');
  const focused = tapes.find((tape) => tape.code === point);
  return (
    <svg viewBox="0 0 800 1200" aria-hidden="true">
      <g fill="none" stroke={BASTE} strokeWidth="1.7" strokeDasharray="7 6">
        {tapes
          .filter((tape) => tape.code !== point)
          .map((tape) => (
            <path key={tape.code} d={tape.path} />
          ))}
      </g>
      {focused && (
        // On the plate, which stays paper in the dark, the thread keeps its light dye.
        <g stroke={DAY.garance} fill="none">
          <path d={focused.path} strokeWidth="4.2" strokeLinecap="round" />
          <path d={`M${focused.end[0]} ${focused.end[1]}H770`} strokeWidth="1.4" />
          <text
            x="770"
            y={focused.end[1] - 12}
            textAnchor="end"
            fill={DAY.garance}
            stroke="none"
            fontSize="24"
            fontWeight="560"
          >
            {t(point)}
          </text>
        </g>
      )}
    </svg>
  );
}

/** The drawn figure: the tape of the point in hand is solid garance with its name and gesture, the others are basted. */
export function MeasureFigure({ point, className = '' }: { point: PointCode; className?: string }) {
  const t = useTranslations('measurements');
  const behind = isBehind(point);
  return (
    <figure className={className}>
      <Plate ratio="430 / 720" className="w-full">
        <img
          src={`/drawings/measure-${behind ? 'back' : 'front'}.svg`}
          alt={t(behind ? 'figureBack' : 'figureFront')}
        />
        <Tapes tapes={behind ? BACK_TAPES : FRONT_TAPES} point={point} />
        <span
          className="absolute bottom-4 left-4 right-4 text-[0.8125rem]"
          style={{ color: DAY.ink2 }}
          aria-live="polite"
        >
          {t(`gestures.${point}`)}
        </span>
      </Plate>
    </figure>
  );
}

/** On a phone: a strip cropped on the point in hand, which stays at the top. */
export function MeasureStrip({ point }: { point: PointCode }) {
  const behind = isBehind(point);
  const tape = [...FRONT_TAPES, ...BACK_TAPES].find((one) => one.code === point);
  const top = Math.min(Math.max((tape?.end[1] ?? 400) / 1200 - 0.14, 0), 0.72);
  return (
    <div className="plate h-55 w-full overflow-hidden" aria-hidden="true">
      <div className="relative mx-auto h-[785px] w-[523px] max-w-none" style={{ marginTop: `${-top * 785}px` }}>
        <img
          src={`/drawings/measure-${behind ? 'back' : 'front'}.svg`}
          alt=""
          className="absolute inset-0 h-full w-full"
        />
        <div className="absolute inset-0 [&>svg]:h-full [&>svg]:w-full">
          <Tapes tapes={behind ? BACK_TAPES : FRONT_TAPES} point={point} />
        </div>
      </div>
    </div>
  );
}
