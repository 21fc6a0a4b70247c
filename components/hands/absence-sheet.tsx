'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import type { AbsenceDto, HandsDto } from '@/lib/absences/schemas';
import { ABSENCE_KINDS, type AbsenceKind } from '@/lib/auth/words';
import { useAddAbsence, useEditAbsence } from '@/lib/http/hands';
import { useCouturiers } from '@/lib/http/house';
import { newKey } from '@/lib/http/new-key';
import { currentOf } from '@/lib/http/refusal';
import type { Opened } from './hands-section';

const NOBODY = 'nobody';
const typedOver = v.object({
  version: v.pipe(v.number(), v.integer()),
  staffId: v.string(),
  from: v.string(),
  to: v.string(),
  kind: v.picklist(ABSENCE_KINDS),
  coverId: v.string(),
  note: v.string(),
});

interface Props {
  hands: HandsDto;
  opened: Opened;
  onClose: () => void;
}

/** Days away: whose, which, why, and who stands in. What is typed is kept until it is sent or given up. */
export function AbsenceSheet({ hands, opened, onClose }: Props) {
  const t = useTranslations('hands');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal({ stale_version: t('stale') });
  const { absence, days, staffId } = opened;
  const add = useAddAbsence();
  const edit = useEditAbsence();
  const colleagues = useCouturiers().data ?? [];
  const typed = useDraft(`absence:${absence?.id ?? `new:${days?.from ?? ''}`}`, typedOver, {
    version: absence?.version ?? 1,
    staffId,
    from: absence?.from ?? days?.from ?? '',
    to: absence?.to ?? days?.to ?? '',
    kind: absence?.kind ?? 'leave',
    coverId: absence?.coverId ?? NOBODY,
    note: absence?.note ?? '',
  });
  const draft = typed.value;
  const set = (change: Partial<typeof draft>) => typed.change((before) => ({ ...before, ...change }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);

  const giveUp = () => {
    typed.clear();
    onClose();
  };
  const saved = ({ falling }: AbsenceDto) => {
    say({ text: t('noted', { count: falling.appointments.length + falling.orders.length }) });
    giveUp();
  };
  const failed = (error: unknown) => {
    // After somebody else's save the form keeps what was typed; saving again is then a choice made knowingly.
    const current = currentOf<AbsenceDto>(error);
    if (current) set({ version: current.version });
    const words = refusal(error);
    setErrors(words.fields);
    setText(Object.keys(words.fields).length > 0 ? '' : words.text);
    setKey(newKey());
  };
  const save = () => {
    setText('');
    const missing = { ...(draft.from ? {} : { from: t('dayNeeded') }), ...(draft.to ? {} : { to: t('dayNeeded') }) };
    const wrong = draft.from && draft.to && draft.to < draft.from ? { to: t('orderNeeded') } : missing;
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const note = draft.note.trim();
    const body = {
      from: draft.from,
      to: draft.to,
      kind: draft.kind,
      ...(note ? { note } : {}),
      ...(draft.coverId === NOBODY ? {} : { coverId: draft.coverId }),
    };
    const told = { onSuccess: saved, onError: failed };
    if (absence) edit.mutate({ staffId, id: absence.id, body: { ...body, version: draft.version } }, told);
    else add.mutate({ staffId: draft.staffId, key, body }, told);
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(absence ? 'editTitle' : 'addTitle')}
      closeLabel={common('close')}
      foot={
        <div className="flex flex-wrap items-center justify-end gap-2">
          <KeptMark kept={typed.kept} className="flex-1" />
          <Button variant="quiet" onPress={giveUp}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={add.isPending || edit.isPending} onPress={save}>
            {common('save')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <Refusal of={text} head />
        {!absence && hands.items.length > 1 && (
          <Select
            label={t('fields.who')}
            options={hands.items.map(({ id, name }) => ({ id, label: name }))}
            value={draft.staffId}
            onChange={(id) => set({ staffId: id, ...(draft.coverId === id ? { coverId: NOBODY } : {}) })}
          />
        )}
        <div className="grid grid-cols-2 gap-4">
          <TextField
            type="date"
            label={t('fields.from')}
            value={draft.from}
            onChange={(from) => set({ from, ...(draft.to === '' || draft.to === draft.from ? { to: from } : {}) })}
            error={errors['from']}
            autoFocus
          />
          <TextField
            type="date"
            label={t('fields.to')}
            value={draft.to}
            onChange={(to) => set({ to })}
            error={errors['to']}
          />
        </div>
        <Select
          label={t('fields.kind')}
          options={ABSENCE_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          value={draft.kind}
          onChange={(kind) => set({ kind: kind as AbsenceKind })}
        />
        <Select
          label={t('fields.cover')}
          options={[
            { id: NOBODY, label: t('nobody') },
            ...colleagues.filter(({ id }) => id !== draft.staffId).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={draft.coverId}
          onChange={(coverId) => set({ coverId })}
        />
        <TextArea
          label={t('fields.note')}
          help={t('noteHelp')}
          rows={2}
          maxLength={300}
          value={draft.note}
          onChange={(note) => set({ note })}
          error={errors['note']}
        />
      </div>
    </Sheet>
  );
}
