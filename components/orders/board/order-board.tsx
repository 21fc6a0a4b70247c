'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { useToast } from '@/components/ui/toast';
import { useMoveOnBoard } from '@/lib/http/orders';
import { isBack, isSkip } from '@/lib/orders/rules';
import { isOver, PATHS, type PathStage, PHASE_NAMES, PHASES, phaseOf, type Stage } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';
import { PhaseGlyph } from '../phase';
import { useOfferUndo } from '../use-offer-undo';
import { useOrderWords } from '../use-order-words';
import { BoardCard } from './board-card';
import { later } from '@/components/ui/later';

const MoveDialog = later(() => import('../desk/move-dialog').then((one) => one.MoveDialog));

interface Props {
  orders: readonly OrderDto[];
  /** Delivered orders have a place on the board only when all orders are asked for. */
  withOver: boolean;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** The orders by phase, stages as sub-heads. Cards are moved by drag, or lifted with Space and led by the arrows. */
export function OrderBoard({ orders, withOver }: Props) {
  const { t } = useOrderWords();
  const stages = useTranslations('stages');
  const refusal = useRefusal();
  const toast = useToast();
  const move = useMoveOnBoard();
  const { offer } = useOfferUndo();
  const [lifted, setLifted] = useState<{ order: OrderDto; over: Stage | null; keyboard: boolean } | null>(null);
  const [asking, setAsking] = useState<{ order: OrderDto; to: Stage } | null>(null);
  const drop = (order: OrderDto, to: Stage) => {
    setLifted(null);
    if (to === order.stage) return;
    if (!order.allowed.includes(to)) {
      toast({ text: t('list.cannot', { title: order.title, stage: stages(`stage.${to}`) }), error: true });
      return;
    }
    const due = to === 'delivered' && (order.balance?.amount ?? 0) > 0;
    if (isSkip(order.stage, to, order.kind) || isBack(order.stage, to) || due) {
      setAsking({ order, to });
      return;
    }
    move.mutate(
      { id: order.id, to, version: order.version },
      {
        onSuccess: offer,
        onError: (error) => toast({ text: refusal(error).text, error: true }),
      },
    );
  };
  /** Space lifts and drops, arrows lead to the stage before or after, Escape puts back. */
  const key = (order: OrderDto) => (name: string) => {
    if (lifted?.order.id !== order.id) {
      if (name === ' ') setLifted({ order, over: order.stage, keyboard: true });
      return name === ' ';
    }
    const path = PATHS[order.kind];
    const at = path.indexOf((lifted.over ?? order.stage) as PathStage);
    const step = STEPS.get(name);
    if (step) setLifted({ ...lifted, over: path[Math.min(path.length - 1, Math.max(0, at + step))] ?? order.stage });
    else if (name === ' ' || name === 'Enter') drop(order, lifted.over ?? order.stage);
    else if (name === 'Escape') setLifted(null);
    else return false;
    return true;
  };
  const zone = (stage: Stage) => ({
    onDragOver: (event: DragEvent) => {
      if (!lifted) return;
      event.preventDefault();
      if (lifted.over !== stage) setLifted({ ...lifted, over: stage });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (lifted) drop(lifted.order, stage);
    },
  });
  const shown = orders.filter((order) => withOver || !isOver(order.stage));
  const target = lifted?.over;
  const targetPhase = target && phaseOf(target);
  return (
    <>
      <p className="sr-only" role="status" aria-live="assertive">
        {lifted?.keyboard && target && targetPhase
          ? t('list.over', { phase: stages(`phase.${targetPhase}`), stage: stages(`stage.${target}`) })
          : ''}
      </p>
      <div
        className="relative flex gap-5 lg:gap-4 overflow-x-auto pb-4"
        tabIndex={0}
        role="group"
        aria-label={t('list.board')}
      >
        {PHASE_NAMES.map((phase) => {
          const inPhase = shown.filter((order) => phaseOf(order.stage) === phase);
          return (
            <section
              key={phase}
              className="min-w-[260px] flex-1 lg:min-w-[196px]"
              aria-label={stages(`phase.${phase}`)}
            >
              <h2 className="h3 flex items-baseline gap-2 border-b border-ink pb-2">
                <PhaseGlyph phase={phase} />
                {stages(`phase.${phase}`)}
                <span className="small figures text-ink3">{inPhase.length}</span>
              </h2>
              {PHASES[phase]
                .filter((stage) => withOver || stage !== 'delivered' || lifted)
                .map((stage) => {
                  const cards = inPhase.filter((order) => order.stage === stage);
                  const aimed = target === stage && lifted?.order.stage !== stage;
                  return (
                    <div key={stage} {...zone(stage)} className="pt-3">
                      <h3 className="smaller flex justify-between text-ink2">
                        {stages(`stage.${stage}`)}
                        {cards.length > 0 && <span className="figures text-ink3">{cards.length}</span>}
                      </h3>
                      {aimed && <div className="bati-box mt-2 h-16" data-tone="garance" />}
                      <ul className="mt-2 grid min-h-3 gap-3">
                        {cards.map((order) => (
                          <BoardCard
                            key={order.id}
                            order={order}
                            lifted={lifted?.order.id === order.id}
                            onLift={() => setLifted({ order, over: null, keyboard: false })}
                            onRest={() => setLifted(null)}
                            onKey={key(order)}
                          />
                        ))}
                      </ul>
                    </div>
                  );
                })}
            </section>
          );
        })}
      </div>
      {asking && <MoveDialog order={asking.order} to={asking.to} onClose={() => setAsking(null)} />}
    </>
  );
}
