'use client';

import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { TextArea } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { keptFile } from '@/lib/files/kept-file';
import { useAddRemark } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import { References } from '../references';
import { useOrderWords } from '../use-order-words';

const KINDS = ['remark', 'note'] as const;
const photoDraft = v.object({ files: v.array(keptFile), text: v.string(), kind: v.picklist(KINDS) });
type PhotoDraft = v.InferOutput<typeof photoDraft>;
const MOST = 10;

/** Pictures of the piece, from the camera or the gallery, with a word: for the two people, or for the atelier alone. */
export function PhotoDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { t } = useOrderWords();
  const say = useToast();
  const add = useAddRemark(order.id);
  const shared = order.allowed.includes('remark');
  const empty: PhotoDraft = { files: [], text: '', kind: shared ? 'remark' : 'note' };
  const { value, change, clear, kept } = useDraft(`photo:${order.id}`, photoDraft, empty);
  const set = (part: Partial<PhotoDraft>) => change((before) => ({ ...before, ...part }));
  const send = () =>
    add.mutate(
      {
        kind: value.kind,
        text: value.text.trim() || t('photo.unsaid', { count: value.files.length }),
        fileIds: value.files.map(({ id }) => id),
      },
      {
        onSuccess: () => {
          clear();
          say({ text: t('photo.done', { count: value.files.length }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('photo.title')}
      actions={
        <>
          <KeptMark kept={kept} onAbandon={clear} className="mr-auto" />
          <Button
            variant="primary"
            busy={add.isPending}
            isDisabled={value.files.length === 0 || value.files.length > MOST}
            onPress={send}
          >
            {t('photo.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <References
          value={value.files}
          onAdd={(file) => change((before) => ({ ...before, files: [...before.files, file] }))}
          onRemove={(id) => change((before) => ({ ...before, files: before.files.filter((one) => one.id !== id) }))}
        />
        <TextArea
          label={t('photo.words')}
          rows={2}
          maxLength={4000}
          value={value.text}
          onChange={(text) => set({ text })}
        />
        {shared && (
          <RadioGroup
            label={t('photo.who')}
            layout="row"
            value={value.kind}
            onChange={(kind) => set({ kind: KINDS.find((one) => one === kind) ?? 'remark' })}
          >
            <ChoiceChip value="remark">{t('photo.both', { name: order.clientName })}</ChoiceChip>
            <ChoiceChip value="note">{t('photo.atelier')}</ChoiceChip>
          </RadioGroup>
        )}
        <Refusal of={add.error} />
      </div>
    </Dialog>
  );
}
