'use client';

import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { keptFile } from '@/lib/files/kept-file';
import { useAddRemark } from '@/lib/http/orders';
import { References } from './references';
import { useOrderWords } from './use-order-words';

const defectDraft = v.object({ text: v.string(), files: v.array(keptFile) });
const NOTHING: v.InferOutput<typeof defectDraft> = { text: '', files: [] };
const MOST = 10;

/** What is wrong with a piece that was handed over, with pictures of it; both stay until they have arrived. */
export function DefectForm({ orderId }: { orderId: string }) {
  const { t } = useOrderWords();
  const toast = useToast();
  const add = useAddRemark(orderId);
  const { value, change, clear, kept } = useDraft(`defect:${orderId}`, defectDraft, NOTHING);
  return (
    <form
      method="post"
      className="mt-5 grid max-w-xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!value.text.trim()) return;
        add.mutate(
          { text: value.text.trim(), kind: 'defect', fileIds: value.files.map(({ id }) => id) },
          {
            onSuccess: () => {
              clear();
              toast({ text: t('defect.sent') });
            },
          },
        );
      }}
    >
      <TextArea
        label={t('defect.label')}
        help={t('defect.help')}
        rows={3}
        value={value.text}
        onChange={(text) => change((before) => ({ ...before, text }))}
        maxLength={4000}
      />
      <References
        value={value.files}
        onAdd={(file) => change((before) => ({ ...before, files: [...before.files, file] }))}
        onRemove={(id) => change((before) => ({ ...before, files: before.files.filter((one) => one.id !== id) }))}
      />
      <Refusal of={add.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={add.isPending} isDisabled={!value.text.trim() || value.files.length > MOST}>
          {t('defect.send')}
        </Button>
        <KeptMark kept={kept} />
      </div>
    </form>
  );
}
