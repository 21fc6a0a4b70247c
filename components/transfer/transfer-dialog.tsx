'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { usePromiseWords } from '@/components/promises/use-promise-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useCouturiers } from '@/lib/http/house';
import { carriedBy } from '@/lib/http/refusal';
import type { PromiseDto } from '@/lib/promises/schemas';

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
  onTransfer: (input: { couturierId: string; note?: string; anywayReason?: string }) => Promise<unknown>;
  done: (name: string) => string;
  onClose: () => void;
}

/** What the house answers of promised days that the other's hours cannot keep: why, and of which orders where there are several. */
interface Untenable {
  promise: PromiseDto;
  orders?: { id: string; number: string; title: string }[];
}

/** Why the other's hours do not keep what was promised, and the reason without which it does not go. */
function UntenableFields({
  promise,
  orders,
  reason,
  onChange,
}: Untenable & { reason: string; onChange: (reason: string) => void }) {
  const { t, reason: say } = usePromiseWords();
  return (
    <div className="grid gap-3 border-t border-hair pt-4">
      {orders ? (
        <ul className="small">
          {orders.map(({ id, number, title }) => (
            <li key={id}>
              {title} <span className="figures text-ink2">{number}</span>
            </li>
          ))}
        </ul>
      ) : (
        promise.reasons.map((one, index) => (
          <p key={index} className="small">
            {say(one)}
          </p>
        ))
      )}
      <TextField
        label={t('anywayReason')}
        help={t('anywayHelp')}
        value={reason}
        onChange={onChange}
        maxLength={500}
        isRequired
      />
    </div>
  );
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
  const [problem, setProblem] = useState<{ field?: string; text?: string; untenable?: Untenable }>({});
  const [reason, setReason] = useState('');
  const others = everyone.filter(({ id }) => id !== from);
  const unsaid = problem.untenable !== undefined && reason.trim() === '';
  const giveUp = () => {
    clear();
    onClose();
  };
  const submit = async () => {
    const chosen = others.find(({ id }) => id === couturierId);
    if (!chosen) return setProblem({ field: t('chooseFirst') });
    setProblem({});
    try {
      await onTransfer({
        couturierId,
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(problem.untenable ? { anywayReason: reason.trim() } : {}),
      });
      say({ text: done(chosen.name) });
      giveUp();
    } catch (error) {
      setProblem({ text: refusal(error).text, untenable: carriedBy<Untenable>(error, 'promise_untenable') });
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
          <Button
            variant="primary"
            busy={busy}
            isDisabled={(disabled ?? false) || unsaid}
            onPress={() => void submit()}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="small">{text}</p>
        <Refusal of={problem.text} head />
        {problem.untenable && <UntenableFields {...problem.untenable} reason={reason} onChange={setReason} />}
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
