'use client';

import { useTranslations } from 'next-intl';
import { KeptMark } from '@/components/form/kept-mark';
import { HeldBack } from '@/components/promises/anyway-fields';
import { PromisePanel } from '@/components/promises/promise-panel';
import { useAnyway } from '@/components/promises/use-anyway';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { OrderDto } from '@/lib/orders/answers';
import { EditFields } from '../edit-fields';
import { EditOutcome } from '../edit-outcome';
import { MoveTasksChoice, movesWork, tasksMoved } from '../move-tasks-choice';
import { useOrderEdit } from '../use-order-edit';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  couturiers: readonly { id: string; name: string }[];
  /** A day to promise instead, filled in already. */
  proposed?: string;
  onClose: () => void;
}

/** Edits what the stage lets the atelier edit, and its own fields: the promised day and, for an owner, who makes the piece. */
export function EditDialog({ order, couturiers, proposed, onClose }: Props) {
  const { t, field } = useOrderWords();
  const common = useTranslations('common');
  const begin = proposed && {
    promisedDate: proposed,
    moveTasks: movesWork(order, proposed) ? ('fromToday' as const) : '',
  };
  const edit = useOrderEdit(order, onClose, begin || {});
  const moveTasks = tasksMoved(edit.form['moveTasks']);
  const may = (action: string) => order.allowed.includes(action);
  const schedule = (day: string) => {
    edit.set('promisedDate', day);
    edit.set('moveTasks', movesWork(order, day) ? moveTasks || 'fromToday' : '');
    edit.set('anywayReason', '');
  };
  const promise = {
    orderId: order.id,
    couturierId: String(edit.form['couturierId']) || undefined,
    day: String(edit.form['promisedDate']) || undefined,
    eventDay: String(edit.form['eventDate'] ?? '') || undefined,
  };
  const anyway = useAnyway(promise, {
    reason: String(edit.form['anywayReason'] ?? ''),
    onChange: (reason) => edit.set('anywayReason', reason),
  });
  const touches = (key: string) => edit.touched.includes(key);
  const promises = touches('promisedDate') || touches('couturierId');
  const asks = promises || touches('eventDate') || touches('garment');
  const heldBack = promises && anyway.heldBack;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={t('edit.title')}
      actions={
        <>
          <KeptMark kept={edit.kept} className="mr-auto" />
          <Button
            variant="quiet"
            onPress={() => {
              edit.giveUp();
              onClose();
            }}
          >
            {common('cancel')}
          </Button>
          <Button
            variant="primary"
            busy={edit.busy}
            isDisabled={edit.touched.length === 0 || String(edit.form['title']).trim() === '' || heldBack}
            aria-describedby={heldBack ? 'edit-held-back' : undefined}
            onPress={() => edit.save()}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      {!may('edit') && <p className="small mb-4 text-ocre">{t('edit.locked')}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={field('promisedDate')}
          type="date"
          value={String(edit.form['promisedDate'])}
          onChange={schedule}
          isDisabled={!may('schedule')}
          error={edit.errorAt('promisedDate')}
        />
        {may('transfer') && (
          <Select
            label={t('edit.transfer')}
            help={t('edit.transferHelp')}
            options={couturiers.map(({ id, name }) => ({ id, label: name }))}
            value={String(edit.form['couturierId'])}
            onChange={(id) => edit.set('couturierId', id)}
          />
        )}
        {may('schedule') && asks && (
          <div className="sm:col-span-2">
            <PromisePanel query={promise} onTake={schedule} anyway={anyway} />
          </div>
        )}
        {moveTasks !== '' && (
          <div className="sm:col-span-2">
            <MoveTasksChoice value={moveTasks} onChange={(which) => edit.set('moveTasks', which)} />
          </div>
        )}
        <EditFields edit={edit} disabled={!may('edit')} />
      </div>
      {heldBack && (
        <div className="mt-4">
          <HeldBack id="edit-held-back" anyway={anyway} />
        </div>
      )}
      {order.stage === 'quoted' && <p className="small mt-4 text-ocre">{t('edit.returns')}</p>}
      <EditOutcome edit={edit} couturiers={couturiers} />
    </Dialog>
  );
}
