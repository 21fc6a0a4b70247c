'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useOrderWords } from '@/components/orders/use-order-words';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useRequestChange } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/schemas';

/** A change request as a diff: only what is touched is sent, beside what it is today. */
export function RequestChange({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('account.request');
  const { field, option } = useOrderWords();
  const request = useRequestChange(order.id);
  const [values, setValues] = useState<Record<string, string>>({});
  const [note, setNote] = useState('');
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
      request.mutate({ changes, ...(note.trim() ? { note: note.trim() } : {}) }, { onSuccess: onClose });
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      closeLabel={t('close')}
      foot={
        <Button wide busy={request.isPending} onPress={send}>
          {t('send')}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        <p className="small text-ink2">{t('help', { name: order.couturierName })}</p>
        <Refusal of={empty ? t('nothing') : request.error} head />
        {current.map(([name, before]) => {
          const value = values[name] ?? before;
          const set = (next: string) => setValues((all) => ({ ...all, [name]: next }));
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
        <TextArea label={t('note')} rows={3} value={note} onChange={setNote} maxLength={2000} />
      </div>
    </Sheet>
  );
}
