'use client';

import { useTranslations } from 'next-intl';
import { KeptMark } from '@/components/form/kept-mark';
import { useTextDraft } from '@/components/form/use-text-draft';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useAddRemark } from '@/lib/http/orders';

/** A remark on the thread; the words stay until they have arrived. */
export function RemarkForm({ orderId }: { orderId: string }) {
  const t = useTranslations('orders.remark');
  const refusal = useRefusal();
  const toast = useToast();
  const { value: text, change: setText, clear, kept } = useTextDraft(`remark:${orderId}`);
  const add = useAddRemark(orderId);
  return (
    <form
      method="post"
      className="mt-8 flex max-w-xl flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        add.mutate(
          { text: text.trim(), kind: 'remark' },
          {
            onSuccess: () => {
              clear();
              toast({ text: t('sent') });
            },
          },
        );
      }}
    >
      <div className="w-full">
        <TextArea
          label={t('label')}
          help={t('help')}
          rows={3}
          value={text}
          onChange={setText}
          maxLength={4000}
          error={add.isError ? refusal(add.error).text : undefined}
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary" busy={add.isPending} isDisabled={!text.trim()}>
          {t('send')}
        </Button>
        <KeptMark kept={kept} />
      </div>
    </form>
  );
}
