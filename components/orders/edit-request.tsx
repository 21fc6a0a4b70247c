'use client';

import { useTranslations } from 'next-intl';
import { KeptMark } from '@/components/form/kept-mark';
import { EditFields } from '@/components/orders/edit-fields';
import { EditOutcome } from '@/components/orders/edit-outcome';
import { References } from '@/components/orders/references';
import { useOrderEdit } from '@/components/orders/use-order-edit';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import type { OrderDto } from '@/lib/orders/answers';
import type { FileRefDto } from '@/lib/files/schemas';

/** Edits the request while that is free; where the atelier has changed the same thing, both versions are shown. */
export function EditRequest({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('account.edit');
  const edit = useOrderEdit(order, onClose);
  const references = edit.form['references'] as readonly FileRefDto[];
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      closeLabel={t('close')}
      foot={
        <div className="flex flex-col gap-2">
          <Button
            variant="primary"
            wide
            busy={edit.busy}
            isDisabled={String(edit.form['title']).trim() === ''}
            onPress={() => (edit.touched.length === 0 ? onClose() : edit.save())}
          >
            {t('save')}
          </Button>
          <KeptMark kept={edit.kept} onAbandon={edit.giveUp} />
        </div>
      }
    >
      <div className="flex flex-col gap-6">
        {order.stage === 'quoted' && <p className="small text-ink2">{t('returns')}</p>}
        <EditOutcome edit={edit} />
        <EditFields edit={edit} />
        <References
          value={references}
          onAdd={(file) => edit.set('references', (before) => [...(before as FileRefDto[]), file])}
          onRemove={(id) => edit.set('references', (before) => (before as FileRefDto[]).filter((one) => one.id !== id))}
        />
      </div>
    </Sheet>
  );
}
