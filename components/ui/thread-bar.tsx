import type { CSSProperties, ReactNode } from 'react';
import { type Fill, FillGlyph } from './fill-glyph';
import { Needle } from './needle';

export interface ThreadGroup {
  label: string;
  fill: Fill;
  /** How many cells it spans. */
  cells: number;
  /** Colour of its glyph: a CSS colour, usually a token. */
  dye: string;
}

interface Props {
  groups: readonly ThreadGroup[];
  /** Index of the cell where we are; the number of cells when everything is done. */
  current: number;
  /** Printed under the current group. */
  currentLabel: string;
  /** The whole state in one sentence, for readers and for the phone: « Préparation, Toile, étape 6 sur 13 ». */
  sentence: string;
  size?: 'full' | 'compact';
  /** Buttons over the notches, one per cell, in order; each is placed on its cell. */
  stops?: readonly ReactNode[];
}

/** Where each group begins, as a share of the whole. */
export function groupStarts(groups: readonly { cells: number }[]): number[] {
  const total = groups.reduce((sum, group) => sum + group.cells, 0);
  let before = 0;
  return groups.map((group) => {
    const start = before / total;
    before += group.cells;
    return start;
  });
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The thread: past stitched, needle at the current cell, future basted. */
export function ThreadBar({ groups, current, currentLabel, sentence, size = 'full', stops }: Props) {
  const cells = groups.reduce((sum, group) => sum + group.cells, 0);
  const starts = groupStarts(groups);
  const done = current >= cells;
  const currentShare = Math.min(current, cells - 1) / cells;
  const currentGroup = starts.findLastIndex((start) => start <= currentShare + 1e-9);
  const needle = size === 'full' ? 46 : 30;
  const style: CSSProperties & Record<'--at' | '--needle', string> = {
    '--at': done ? `calc(100% - ${needle / 2}px)` : `max(${needle / 2}px, ${percent((current + 0.5) / cells)})`,
    '--needle': `${needle}px`,
  };
  const line = (
    <span className="thread-line block" style={style} aria-hidden="true">
      {Array.from({ length: cells }, (_, cell) => (
        <span
          key={cell}
          className="thread-notch"
          data-group={starts.some((start) => Math.abs(start - cell / cells) < 1e-9) || undefined}
          style={{ left: percent(cell / cells) }}
        />
      ))}
      <span className="thread-past pique" />
      {!done && <span className="thread-future bati" />}
      <span className="thread-knot" />
      <span className="thread-needle">
        <Needle width={needle} />
      </span>
    </span>
  );
  return (
    <div className="thread" data-size={size}>
      <div role="img" aria-label={sentence}>
        {line}
      </div>
      {stops && (
        <div className="relative -mt-4 h-4">
          {stops.map((stop, cell) => (
            <span key={cell} className="thread-stop" style={{ left: percent((cell + 0.5) / cells) }}>
              {stop}
            </span>
          ))}
        </div>
      )}
      {size === 'full' && (
        <>
          <div className="thread-labels" aria-hidden="true">
            {groups.map((group, index) => (
              <span
                key={group.label}
                className="thread-label"
                data-current={index === currentGroup || undefined}
                style={{ left: percent(starts[index] ?? 0) }}
              >
                <span style={{ color: group.dye }}>
                  <FillGlyph fill={group.fill} />
                </span>
                <span>
                  {group.label}
                  {index === currentGroup && <span>{currentLabel}</span>}
                </span>
              </span>
            ))}
          </div>
          <p className="thread-sentence" aria-hidden="true">
            {sentence}
          </p>
        </>
      )}
    </div>
  );
}
