'use client';

import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { Tooltip } from '@/components/ui/tooltip';
import { formatShortDate } from '@/lib/i18n/format';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { isBack } from '@/lib/orders/rules';
import { PATH, PATHS, type Stage, stageIndex } from '@/lib/house/stages';
import { StageBar } from '../stage-bar';
import { useOrderWords } from '../use-order-words';

/** When each stage was last reached, and by whom; acts like accepting a quote reach one too. */
function reachedOf(events: readonly OrderEventDto[]): Map<string, { at: string; name: string }> {
  const reached = new Map<string, { at: string; name: string }>();
  for (const event of events)
    // To come back is not to arrive.
    if (
      event.type !== 'moveUndone' &&
      event.to &&
      !reached.has(event.to) &&
      (PATH as readonly string[]).includes(event.to)
    )
      reached.set(event.to, { at: event.at, name: event.actorName });
  return reached;
}

interface Props {
  order: OrderDto;
  /** Newest first. */
  events: readonly OrderEventDto[];
  onMove: (to: Stage) => void;
}

/** The thread with its notches as buttons: what was, by whom, and where the order may go. Arrows move along it. */
export function StageStops({ order, events, onMove }: Props) {
  const { t, locale } = useOrderWords();
  const stages = useTranslations('stages.stage');
  const reached = reachedOf(events);
  const here = stageIndex(order.stage);
  if (here < 0) return <StageBar stage={order.stage} />;
  const words = (stage: Stage): string => {
    const was = reached.get(stage);
    if (order.allowed.includes(stage))
      return t(isBack(order.stage, stage) ? 'stageBar.back' : 'stageBar.move', { stage: stages(stage) });
    if (stage === order.stage)
      return t('stageBar.here', { stage: stages(stage), date: formatShortDate(locale, order.stageSince) });
    if (stageIndex(stage) > here) return t('stageBar.later', { stage: stages(stage) });
    return was
      ? t('stageBar.done', { stage: stages(stage), date: formatShortDate(locale, was.at), name: was.name })
      : t('stageBar.past', { stage: stages(stage) });
  };
  return (
    <div
      role="toolbar"
      aria-label={t('stageBar.stops')}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (!step) return;
        const buttons = [...event.currentTarget.querySelectorAll('button')];
        buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
        event.preventDefault();
      }}
    >
      <StageBar
        stage={order.stage}
        kind={order.kind}
        stops={PATHS[order.kind].map((stage) => (
          <Tooltip key={stage} text={words(stage)}>
            <Button
              className="block h-full w-full cursor-pointer border-0 bg-transparent p-0"
              aria-label={words(stage)}
              aria-current={stage === order.stage ? 'step' : undefined}
              onPress={() => order.allowed.includes(stage) && onMove(stage)}
            />
          </Tooltip>
        ))}
      />
    </div>
  );
}
