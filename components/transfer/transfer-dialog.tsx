'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useCouturiers } from '@/lib/http/house';

interface Props {
  title: string;
  text: ReactNode;
  /** Who has it now: not to be chosen. */
  from: string;
  /** Asks for a word to go with it, kept under this name until it is sent. */
  note?: string;
  busy: boolean;
  /** Nothing to hand over, or not counted yet. */
  disabled?: boolean;
  /** Does it; what it throws is said in the dialog. */
  onTransfer: (input: { couturierId: string; note?: string }) => Promise<unknown>;
  done: (name: string) => string;
  onClose: () => void;
}

/** Hands something over: to whom, and with which words. */
export function TransferDialog({ title, text, from, note: draft, busy, disabled, onTransfer, done, onClose }: Props) {
  const t = useTranslations('couturiers.transfer');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal();
  const { data: everyone = [] } = useCouturiers();
  const [couturierId, setCouturierId] = useState('');
  const { value: note, change: setNote, clear } = useTextDraft(draft ?? 'transfer');
  const [problem, setProblem] = useState<{ field?: string; text?: string }>({});
  const others = everyone.filter(({ id }) => id !== from);
  const giveUp = () => {
    clear();
    onClose();
  };
  const submit = async () => {
    const chosen = others.find(({ id }) => id === couturierId);
    if (!chosen) return setProblem({ field: t('chooseFirst') });
    setProblem({});
    try {
      await onTransfer({ couturierId, ...(note.trim() ? { note: note.trim() } : {}) });
      say({ text: done(chosen.name) });
      giveUp();
    } catch (error) {
      setProblem({ text: refusal(error).text });
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button variant="quiet" onPress={giveUp}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={busy} isDisabled={disabled} onPress={() => void submit()}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="small">{text}</p>
        <Refusal of={problem.text} head />
        <Select
          label={t('to')}
          placeholder={t('choose')}
          value={couturierId}
          onChange={(id) => {
            setCouturierId(id);
            setProblem({});
          }}
          options={others.map(({ id, name }) => ({ id, label: name }))}
          error={problem.field}
        />
        {draft !== undefined && (
          <TextArea
            label={t('note')}
            aside={common('optional')}
            help={t('noteHelp')}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={setNote}
          />
        )}
      </div>
    </Dialog>
  );
}
