'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segments } from '@/components/ui/segments';
import { TextArea, TextField } from '@/components/ui/text-field';
import { atelierMoment, clockMinutes, minuteOfDay } from '@/lib/i18n/atelier-time';
import { dayKey } from '@/lib/i18n/format';
import { AGREEMENT_WAYS, type AgreementWay } from '@/lib/orders/words';
import { PaperSlot } from './paper-slot';
import { useOrderWords } from './use-order-words';

export interface Noted {
  how: AgreementWay;
  words?: string;
  givenBy?: string;
  givenAt?: string;
  paperFileId?: string;
}

/** `2026-11-28T17:40` on the atelier's clock. */
const typedNow = () => {
  const now = new Date();
  const minutes = minuteOfDay(now);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${dayKey(now)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

interface Props {
  /** What is agreed to, as the draft is called: `quote:<order>:2`. */
  about: string;
  name: string;
  busy: boolean;
  error: unknown;
  /** Writes it down; what it throws comes back as `error`. */
  onNote: (noted: Noted) => Promise<unknown>;
  onClose: () => void;
}

/** Not the hour, which is that of the telling, nor the picture, which is taken again. */
const agreementDraft = v.object({ how: v.picklist(AGREEMENT_WAYS), words: v.string(), who: v.string() });

/** The house writes down that a client without an account has agreed: how it was told, and in which words. It signs nothing. */
export function NoteAgreementDialog({ about, name, busy, error, onNote, onClose }: Props) {
  const { t } = useOrderWords();
  const common = useTranslations('common');
  const {
    value: draft,
    change,
    clear,
  } = useDraft(`agreement:${about}`, agreementDraft, { how: 'phone' as const, words: '', who: name });
  const { how, words, who } = draft;
  const [when, setWhen] = useState(typedNow);
  const [paperFileId, setPaper] = useState<string>();
  const note = () => {
    const [day = '', clock = ''] = when.split('T');
    void onNote({
      how,
      ...(words.trim() ? { words: words.trim() } : {}),
      ...(who.trim() && who.trim() !== name ? { givenBy: who.trim() } : {}),
      ...(day && clock ? { givenAt: atelierMoment(day, clockMinutes(clock)).toISOString() } : {}),
      ...(paperFileId ? { paperFileId } : {}),
    }).then(clear, () => undefined);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.rich('agreement.title', { name, em: (text) => <em>{text}</em> })}
      actions={
        <>
          <Button
            variant="quiet"
            onPress={() => {
              clear();
              onClose();
            }}
          >
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={busy} onPress={note}>
            {t('agreement.verb')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="small text-ink2">{t('agreement.lead')}</p>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={t('agreement.who')}
            maxLength={100}
            value={who}
            onChange={(text) => change({ ...draft, who: text })}
          />
          <TextField label={t('agreement.when')} type="datetime-local" value={when} onChange={setWhen} />
        </div>
        <div>
          <p className="field-label mb-2">{t('agreement.how')}</p>
          <Segments
            label={t('agreement.how')}
            items={AGREEMENT_WAYS.map((id) => ({ id, label: t(`agreement.ways.${id}`) }))}
            value={how}
            onChange={(id) => change({ ...draft, how: AGREEMENT_WAYS.find((way) => way === id) ?? how })}
          />
        </div>
        <TextArea
          label={t('agreement.words')}
          aside={common('optional')}
          rows={2}
          maxLength={500}
          value={words}
          onChange={(text) => change({ ...draft, words: text })}
        />
        <div>
          <p className="field-label mb-2">{t('agreement.photo')}</p>
          <div className="flex items-center gap-4">
            <PaperSlot fileId={paperFileId} onFile={setPaper} />
            <p className="smaller text-ink2">{t('agreement.later')}</p>
          </div>
        </div>
        <p className="smaller text-ink2">{t('agreement.foot')}</p>
        <Refusal of={error} />
      </div>
    </Dialog>
  );
}
