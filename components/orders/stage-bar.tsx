'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ThreadBar } from '@/components/ui/thread-bar';
import { type OrderKind, PATHS, type Phase, PHASE_NAMES, phaseOf, type Stage } from '@/lib/house/stages';
import { dyeOf, fillOf, StageWord } from './phase';

interface Props {
  stage: Stage;
  /** Whose path it is: a retouche's is short. */
  kind?: OrderKind;
  size?: 'full' | 'compact';
  /** Buttons over the notches, one per stage of the path (atelier). */
  stops?: readonly ReactNode[];
}

/** Le fil of an order: the stages of its path in their phases, thirteen in five for a piece. An order that ended early has no thread, only its word. */
export function StageBar({ stage, kind = 'piece', size = 'full', stops }: Props) {
  const t = useTranslations('stages');
  const orders = useTranslations('orders');
  const phase = phaseOf(stage);
  if (!phase) return <StageWord stage={stage} />;
  const path = PATHS[kind];
  const index = path.findIndex((one) => one === stage);
  const cellsOf = (name: Phase) => path.filter((one) => phaseOf(one) === name).length;
  return (
    <ThreadBar
      size={size}
      stops={stops}
      groups={PHASE_NAMES.filter((name) => cellsOf(name) > 0).map((name) => ({
        label: t(`phase.${name}`),
        fill: fillOf(name),
        cells: cellsOf(name),
        dye: dyeOf(name),
      }))}
      current={stage === 'delivered' ? path.length : index}
      currentLabel={t(`stage.${stage}`)}
      sentence={orders('stageBar.label', {
        phase: t(`phase.${phase}`),
        stage: t(`stage.${stage}`),
        n: index + 1,
        total: path.length,
      })}
    />
  );
}
