'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ThreadBar } from '@/components/ui/thread-bar';
import { PATH, PHASE_NAMES, PHASES, phaseOf, type Stage, stageIndex } from '@/lib/house/stages';
import { dyeOf, fillOf, StageWord } from './phase';

interface Props {
  stage: Stage;
  size?: 'full' | 'compact';
  /** Buttons over the notches, one per stage of the path (atelier). */
  stops?: readonly ReactNode[];
}

/** Le fil of an order: thirteen stages in five phases. An order that ended early has no thread, only its word. */
export function StageBar({ stage, size = 'full', stops }: Props) {
  const t = useTranslations('stages');
  const orders = useTranslations('orders');
  const phase = phaseOf(stage);
  if (!phase) return <StageWord stage={stage} />;
  const index = stageIndex(stage);
  return (
    <ThreadBar
      size={size}
      stops={stops}
      groups={PHASE_NAMES.map((name) => ({
        label: t(`phase.${name}`),
        fill: fillOf(name),
        cells: PHASES[name].length,
        dye: dyeOf(name),
      }))}
      current={stage === 'delivered' ? PATH.length : index}
      currentLabel={t(`stage.${stage}`)}
      sentence={orders('stageBar.label', {
        phase: t(`phase.${phase}`),
        stage: t(`stage.${stage}`),
        n: index + 1,
        total: PATH.length,
      })}
    />
  );
}
