'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useOrderWords } from '@/components/orders/use-order-words';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useRequestChange } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';

const changeDraft = v.object({ values: v.record(v.string(), v.string()), note: v.string() });
const NOTHING: v.InferOutput<typeof changeDraft> = { values: {}, note: '' };

/** A change request as a diff: only what is touched is sent, beside what it is today. */
export function RequestChange({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('account.request');
  const { field, option } = useOrderWords();
  const request = useRequestChange(order.id);
  const { value: draft, change, clear, kept } = useDraft(`change:${order.id}`, changeDraft, NOTHING);
  const { values, note } = draft;
  const [empty, setEmpty] = useState(false);
  const current: [`options.${string}` | 'description' | 'desiredDate', string][] = [
    ...Object.entries(order.options).map(([key, value]): [`options.${string}`, string] => [
      `options.${key}`,
      option(value),
    ]),
    ['description', order.description],
    ['desiredDate', order.desiredDate?.slice(0, 10) ?? ''],
  ];
  function send() {
    const changes = current.flatMap(([name, before]) => {
      const to = values[name]?.trim();
      return to === undefined || to === before ? [] : [{ field: name, to }];
    });
    setEmpty(changes.length === 0);
    if (changes.length > 0)
      request.mutate(
        { changes, ...(note.trim() ? { note: note.trim() } : {}) },
        {
          onSuccess: () => {
            clear();
            onClose();
          },
        },
      );
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      closeLabel={t('close')}
      foot={
        <div className="flex flex-col gap-2">
          <Button wide busy={request.isPending} onPress={send}>
            {t('send')}
          </Button>
          <KeptMark kept={kept} onAbandon={clear} />
        </div>
      }
    >
      <div className="flex flex-col gap-6">
        <p className="small text-ink2">{t('help', { name: order.couturierName })}</p>
        <Refusal of={empty ? t('nothing') : request.error} head />
        {current.map(([name, before]) => {
          const value = values[name] ?? before;
          const set = (next: string) => change((all) => ({ ...all, values: { ...all.values, [name]: next } }));
          return name === 'description' ? (
            <TextArea key={name} label={field(name)} rows={5} value={value} onChange={set} maxLength={2000} />
          ) : (
            <TextField
              key={name}
              label={field(name)}
              type={name === 'desiredDate' ? 'date' : 'text'}
              value={value}
              onChange={set}
              maxLength={300}
            />
          );
        })}
        <TextArea
          label={t('note')}
          rows={3}
          value={note}
          onChange={(next) => change((all) => ({ ...all, note: next }))}
          maxLength={2000}
        />
      </div>
    </Sheet>
  );
}
