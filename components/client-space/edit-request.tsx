'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/orders/problem-text';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import { ApiError } from '@/lib/http/api';
import { useEditOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/schemas';

/** Edits the request while that is free; a conflict shows what the order says now and keeps what was typed. */
export function EditRequest({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('clientSpace.edit');
  const problem = useProblemText();
  const edit = useEditOrder(order.id);
  const [version, setVersion] = useState(order.version);
  const [title, setTitle] = useState(order.title);
  const [description, setDescription] = useState(order.description);
  const [desiredDate, setDesiredDate] = useState(order.desiredDate?.slice(0, 10) ?? '');
  const stale = edit.error instanceof ApiError && edit.error.code === 'stale_version';
  const at = (path: string) =>
    edit.error instanceof ApiError ? edit.error.problem.errors?.find((one) => one.path === path)?.message : undefined;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      closeLabel={t('close')}
      foot={
        <Button
          wide
          busy={edit.isPending}
          onPress={() =>
            edit.mutate(
              { version, title: title.trim(), description: description.trim(), desiredDate: desiredDate || null },
              { onSuccess: onClose },
            )
          }
        >
          {t('save')}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        {order.stage === 'quoted' && <p className="small text-ink2">{t('returns')}</p>}
        {stale && (
          <div role="alert" className="form-errors">
            <p className="strong">{t('conflict')}</p>
            <p className="small mt-2 whitespace-pre-line">{order.description || order.title}</p>
            <Button
              size="small"
              variant="secondary"
              className="mt-3"
              onPress={() => {
                setVersion(order.version);
                edit.reset();
              }}
            >
              {t('keepMine')}
            </Button>
          </div>
        )}
        {edit.isError && !stale && (
          <p role="alert" className="small text-garance">
            {problem(edit.error)}
          </p>
        )}
        <TextField label={t('name')} value={title} onChange={setTitle} maxLength={120} error={at('title')} />
        <TextArea
          label={t('words')}
          rows={8}
          value={description}
          onChange={setDescription}
          maxLength={4000}
          error={at('description')}
        />
        <TextField
          label={t('desiredDate')}
          type="date"
          value={desiredDate}
          onChange={setDesiredDate}
          error={at('desiredDate')}
        />
      </div>
    </Sheet>
  );
}
