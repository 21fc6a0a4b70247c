'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { TextArea } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useAnswerDefect } from '@/lib/http/orders';
import type { DefectDto, OrderDto } from '@/lib/orders/answers';
import { openDefects } from '@/lib/orders/asks';
import { paths } from '@/lib/paths';
import { DefectList } from '../defect-list';
import { useOrderWords } from '../use-order-words';

/** What a client reported and nobody has answered, above everything else of the order, with the two ways to answer. */
export function DefectsSection({ order }: { order: OrderDto }) {
  const { t } = useOrderWords();
  const [answering, setAnswering] = useState<DefectDto | null>(null);
  const open = openDefects(order);
  if (open.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="defects">
      <SectionHead id="defects" title={t('defects.title')} />
      <div className="mt-4">
        <DefectList
          defects={open}
          orderHref={paths.atelier.order}
          actions={(defect) => (
            <p className="mt-4 flex flex-wrap gap-3">
              {order.allowed.includes('openRetouche') && (
                <LinkButton href={paths.atelier.newRetouche(order.id)} variant="primary">
                  {t('retouche.open')}
                </LinkButton>
              )}
              <Button onPress={() => setAnswering(defect)}>{t('defects.answer')}</Button>
            </p>
          )}
        />
      </div>
      {answering && <AnswerDialog order={order} defect={answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

/** An answer in words: what it is, or why nothing is done. */
function AnswerDialog({ order, defect, onClose }: { order: OrderDto; defect: DefectDto; onClose: () => void }) {
  const { t } = useOrderWords();
  const common = useTranslations('common');
  const toast = useToast();
  const answer = useAnswerDefect(order.id);
  const { value: note, change, clear } = useTextDraft(`defect-answer:${order.id}:${defect.n}`);
  const send = () =>
    answer.mutate(
      { n: defect.n, note: note.trim() },
      {
        onSuccess: () => {
          clear();
          toast({ text: t('defects.sent') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('defects.answerTitle', { name: order.clientName })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={answer.isPending} isDisabled={!note.trim()} onPress={send}>
            {t('defects.send')}
          </Button>
        </>
      }
    >
      <p className="measure mb-4 wrap-anywhere text-ink2">{t('quoted', { text: defect.text })}</p>
      <TextArea
        label={t('defects.answerField')}
        help={t('defects.answerHelp', { name: order.clientName })}
        rows={4}
        maxLength={4000}
        value={note}
        onChange={change}
      />
      <Refusal of={answer.error} className="mt-3" />
    </Dialog>
  );
}
