'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { PhaseGlyph } from '@/components/orders/phase';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/link-button';
import { formatNumber } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { PHASE_NAMES, PHASES, phaseOf, type PathStage } from '@/lib/house/stages';
import { paths } from '@/lib/paths';
import type { StageLine, StatsDto } from '@/lib/stats/schemas';
import { ChartSection } from './chart-section';
import { useStatsWords } from './use-stats-words';

const listOf = (stage: PathStage): string => `${paths.atelier.orders}?view=all&stage=${stage}`;
const excessOf = ({ count, usual }: StageLine): number => (usual === undefined ? 0 : count - Math.round(usual));

/** The stage that asks to be looked at: the one furthest above its habit; without a habit, the fullest. */
export function markedStage(lines: readonly StageLine[]): StageLine | undefined {
  const going = lines.filter(({ stage, count }) => stage !== 'delivered' && count > 0);
  const habit = going.some(({ usual }) => usual !== undefined);
  const [first] = [...going].sort((a, b) => (habit ? excessOf(b) - excessOf(a) : 0) || b.count - a.count);
  return first;
}

/** Where the pieces stand, as bars on a thread, and whether one stage holds more than it does usually. */
export function StagesSection({ stats }: { stats: StatsDto }) {
  const { t, locale, month } = useStatsWords();
  const names = useTranslations('stages');
  const { lines, delivered } = stats.stages;
  const marked = markedStage(lines);
  const top = Math.max(1, ...lines.map(({ count }) => count));
  const name = (stage: PathStage) =>
    stage === 'delivered' ? t('stages.delivered', { month: month(delivered.to) }) : names(`stage.${stage}`);
  const habit = lines.some(({ usual }) => usual !== undefined);
  const usual = (line: StageLine) => (line.usual === undefined ? t('none') : formatNumber(locale, line.usual));
  const excess = marked ? excessOf(marked) : 0;
  const words = marked && { count: marked.count, where: names(`where.${marked.stage}`), excess };
  return (
    <ChartSection
      id="stages"
      title={t('stages.title')}
      file={`stages-${stats.stages.at.slice(0, 10)}`}
      csv={[
        [t('stages.stage'), t('stages.count'), t('stages.usualHead')],
        ...lines.map((line) => [name(line.stage), line.count, line.usual === undefined ? '' : usual(line)]),
      ]}
      chart={
        <>
          <ol className="stage-bars" aria-label={t('stages.bars')}>
            {lines.map((line) => (
              <li
                key={line.stage}
                data-marked={line.stage === marked?.stage || undefined}
                data-phase={PHASE_NAMES.some((phase) => PHASES[phase][0] === line.stage) || undefined}
              >
                <Link
                  className="stage-bar"
                  href={listOf(line.stage)}
                  title={name(line.stage)}
                  aria-label={t('stages.bar', { stage: name(line.stage), count: line.count })}
                  data-ring-inside=""
                >
                  <span>{line.count}</span>
                  <span style={{ '--height': `${(line.count / top) * 136}px` } as CSSProperties} />
                </Link>
              </li>
            ))}
          </ol>
          <ul className="stage-phases" aria-hidden="true">
            {PHASE_NAMES.map((phase) => (
              <li key={phase}>
                <PhaseGlyph phase={phase} />
                {names(`phase.${phase}`)}
              </li>
            ))}
          </ul>
        </>
      }
      table={
        <DataTable caption={t('stages.title')} compact>
          <thead>
            <tr>
              <HeadCell>{t('stages.stage')}</HeadCell>
              <HeadCell number>{t('stages.count')}</HeadCell>
              {habit && <HeadCell number>{t('stages.usualHead')}</HeadCell>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const phase = phaseOf(line.stage);
              return (
                <tr key={line.stage}>
                  <td>
                    <Link href={listOf(line.stage)} className="glyph-word">
                      {phase && <PhaseGlyph phase={phase} />}
                      {name(line.stage)}
                    </Link>
                  </td>
                  <NumberCell>{line.count}</NumberCell>
                  {habit && <NumberCell>{usual(line)}</NumberCell>}
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      }
      sentence={
        !marked || !words ? (
          t('stages.none')
        ) : (
          <>
            {excess > 0 ? t('stages.more', words) : habit ? t('stages.usual') : t('stages.most', words)}{' '}
            {(excess > 0 || !habit) && <TextLink href={listOf(marked.stage)}>{t('stages.see')}</TextLink>}
          </>
        )
      }
    />
  );
}
