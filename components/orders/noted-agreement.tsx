'use client';

import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { fileUrl } from '@/lib/files/rules';
import { useDenyAgreement, useKeepPaper } from '@/lib/http/orders';
import { formatShortDate } from '@/lib/i18n/format';
import type { OrderDto, QuoteDto } from '@/lib/orders/answers';
import type { Agreed } from '@/lib/orders/words';
import { PaperSlot } from './paper-slot';
import { useOrderWords } from './use-order-words';

interface Props {
  order: OrderDto;
  to: Agreed;
  n: number;
  agreement: Pick<QuoteDto, 'noted' | 'paper' | 'denied'>;
}

/**
 * What belongs to an agreement the house noted: the photograph of the signed paper or its place, what its client says of it, and the
 * words with which she may say that it is not hers.
 */
export function NotedAgreement({ order, to, n, agreement: { noted, paper, denied } }: Props) {
  const { t, locale } = useOrderWords();
  const keep = useKeepPaper(order.id);
  const [denying, setDenying] = useState(false);
  const name = noted?.givenBy ?? order.clientName;
  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      {paper && (
        <a href={fileUrl(paper.fileId)} className="block">
          <img
            src={fileUrl(paper.fileId, 320)}
            alt={t('agreement.photo')}
            loading="lazy"
            className="block h-[50px] w-[66px] object-cover"
          />
          <span className="rule mt-1 block w-[180px]" />
          <span className="caption mt-1 block">
            {t('agreement.paperPhoto', { name, day: formatShortDate(locale, paper.at) })}
          </span>
        </a>
      )}
      {!paper && order.allowed.includes('keepPaper') && (
        <div className="flex items-center gap-4">
          <PaperSlot busy={keep.isPending} onFile={(fileId) => keep.mutate({ to, n, fileId })} />
          <p className="smaller text-ink2">{t('agreement.paperAwaited')}</p>
        </div>
      )}
      <Refusal of={keep.error} />
      {denied && (
        <p className="smaller font-[560] text-garance">
          {t('agreement.denied', { name: order.clientName, day: formatShortDate(locale, denied.at) })}
          {denied.note && <span className="block font-normal text-ink2">{t('quoted', { text: denied.note })}</span>}
        </p>
      )}
      {!denied && order.allowed.includes('denyAgreement') && (
        <Button size="small" variant="quiet" onPress={() => setDenying(true)}>
          {t('agreement.deny')}
        </Button>
      )}
      {denying && <DenyDialog order={order} to={to} n={n} onClose={() => setDenying(false)} />}
    </div>
  );
}

function DenyDialog({ order, to, n, onClose }: Pick<Props, 'order' | 'to' | 'n'> & { onClose: () => void }) {
  const { t } = useOrderWords();
  const deny = useDenyAgreement(order.id);
  const [note, setNote] = useState('');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('agreement.deny')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('agreement.leave')}
          </Button>
          <Button
            variant="primary"
            busy={deny.isPending}
            onPress={() =>
              deny.mutate({ to, n, ...(note.trim() ? { note: note.trim() } : {}) }, { onSuccess: onClose })
            }
          >
            {t('agreement.denyVerb')}
          </Button>
        </>
      }
    >
      <p className="small mb-4 text-ink2">{t('agreement.denyLead')}</p>
      <TextArea label={t('agreement.words')} rows={2} maxLength={1000} value={note} onChange={setNote} />
      <Refusal of={deny.error} />
    </Dialog>
  );
}
