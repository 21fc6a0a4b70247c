'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segments } from '@/components/ui/segments';
import { TextArea } from '@/components/ui/text-field';
import { AGREEMENT_WAYS, type AgreementWay } from '@/lib/orders/words';
import { useOrderWords } from './use-order-words';

interface Props {
  name: string;
  busy: boolean;
  error: unknown;
  onNote: (noted: { how: AgreementWay; words?: string }) => void;
  onClose: () => void;
}

/** The house writes down that a client without an account has agreed: how it was told, and in which words. It signs nothing. */
export function NoteAgreementDialog({ name, busy, error, onNote, onClose }: Props) {
  const { t } = useOrderWords();
  const common = useTranslations('common');
  const [how, setHow] = useState<AgreementWay>('phone');
  const [words, setWords] = useState('');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.rich('agreement.title', { name, em: (text) => <em>{text}</em> })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            onPress={() => onNote({ how, ...(words.trim() ? { words: words.trim() } : {}) })}
          >
            {t('agreement.verb')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="small text-ink2">{t('agreement.lead')}</p>
        <div>
          <p className="field-label mb-2">{t('agreement.how')}</p>
          <Segments
            label={t('agreement.how')}
            items={AGREEMENT_WAYS.map((id) => ({ id, label: t(`agreement.ways.${id}`) }))}
            value={how}
            onChange={(id) => setHow(AGREEMENT_WAYS.find((way) => way === id) ?? how)}
          />
        </div>
        <TextArea
          label={t('agreement.words')}
          aside={common('optional')}
          rows={2}
          maxLength={500}
          value={words}
          onChange={setWords}
        />
        <p className="smaller text-ink2">{t('agreement.foot')}</p>
        <Refusal of={error} />
      </div>
    </Dialog>
  );
}
