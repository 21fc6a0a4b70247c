'use client';

import { useTranslations } from 'next-intl';
import { type Fill, FillGlyph } from '@/components/ui/fill-glyph';
import { type Phase, PHASE_NAMES, phaseOf, type Stage } from '@/lib/house/stages';

const DYES: Record<Phase, string> = {
  order: 'var(--craie)',
  preparation: 'var(--indigo)',
  making: 'var(--ocre)',
  adjusting: 'var(--sarcelle)',
  handover: 'var(--ink)',
};

export const dyeOf = (phase: Phase): string => DYES[phase];
/** The disc fills from phase to phase, so the sign is read without its colour. */
export const fillOf = (phase: Phase): Fill => PHASE_NAMES.indexOf(phase) as Fill;

/** The disc of a phase in its dye; decoration beside its word. */
export function PhaseGlyph({ phase, size = 12 }: { phase: Phase; size?: 11 | 12 | 16 }) {
  return (
    <span className="inline-flex" style={{ color: dyeOf(phase) }}>
      <FillGlyph fill={fillOf(phase)} size={size} />
    </span>
  );
}

/** A stage: its phase's disc and its word in the dye, no box. An order that ended early is grey and bare. */
export function StageWord({ stage }: { stage: Stage }) {
  const t = useTranslations('stages');
  const phase = phaseOf(stage);
  if (!phase) return <span className="text-ink3">{t(`stage.${stage}`)}</span>;
  return (
    <span className="glyph-word small" style={{ color: dyeOf(phase) }}>
      <FillGlyph fill={fillOf(phase)} />
      {t(`stage.${stage}`)}
    </span>
  );
}
