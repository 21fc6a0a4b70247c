'use client';

import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { isOver, stageIndex } from '@/lib/house/stages';
import { dayKey } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { TASKS_MOVED, type TasksMoved } from '@/lib/orders/words';
import { useOrderWords } from './use-order-words';

/** Whether another promised day (`YYYY-MM-DD`) is one that work on the order could follow. */
export const movesWork = (order: OrderDto, day: string): boolean =>
  order.promisedDate !== undefined &&
  day !== '' &&
  day !== dayKey(order.promisedDate) &&
  !isOver(order.stage) &&
  stageIndex(order.stage) >= stageIndex('confirmed');

/** What a form holds of the choice; `''` is nothing said. */
export const tasksMoved = (value: unknown): TasksMoved | '' => TASKS_MOVED.find((one) => one === value) ?? '';

interface Props {
  value: TasksMoved;
  onChange: (value: TasksMoved) => void;
}

/** Whether what is still to do goes along with a new promised day. */
export function MoveTasksChoice({ value, onChange }: Props) {
  const { t } = useOrderWords();
  return (
    <RadioGroup
      layout="row"
      label={t('moveTasks.label')}
      value={value}
      onChange={(next) => onChange(tasksMoved(next) || value)}
    >
      {TASKS_MOVED.map((which) => (
        <ChoiceChip key={which} value={which}>
          {t(`moveTasks.${which}`)}
        </ChoiceChip>
      ))}
    </RadioGroup>
  );
}
