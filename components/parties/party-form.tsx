'use client';

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { newKey } from '@/lib/http/new-key';
import { useCreateParty, useEditParty } from '@/lib/http/parties';
import { refusedBy } from '@/lib/http/refusal';
import { useRouter } from '@/lib/i18n/routing';
import type { PartyDto } from '@/lib/parties/schemas';
import { PARTY_KINDS } from '@/lib/parties/words';
import { paths } from '@/lib/paths';
import { usePartyWords } from './use-party-words';

export interface PartyPeople {
  couturiers: readonly { id: string; name: string }[];
  viewerId: string;
}

const partyDraft = v.object({
  name: v.string(),
  kind: v.picklist(PARTY_KINDS),
  day: v.string(),
  place: v.string(),
  measuresBy: v.string(),
  couturierId: v.string(),
  note: v.string(),
});

/** What a party says of its event; a new one, or one that is there. */
export function PartyForm({
  party,
  couturiers,
  viewerId,
  onClose,
}: PartyPeople & { party?: PartyDto; onClose: () => void }) {
  const { t } = usePartyWords();
  const router = useRouter();
  const create = useCreateParty();
  const edit = useEditParty(party?.id ?? '');
  const key = useRef(newKey());
  const [checked, setChecked] = useState(false);
  const { value, change, clear, kept } = useDraft(`party:${party?.id ?? 'new'}`, partyDraft, {
    name: party?.name ?? '',
    kind: party?.kind ?? 'wedding',
    day: party?.day ?? '',
    place: party?.place ?? '',
    measuresBy: party?.measuresBy ?? '',
    couturierId: party?.couturierId ?? viewerId,
    note: party?.note ?? '',
  });
  const set = (part: Partial<typeof value>) => change((before) => ({ ...before, ...part }));
  const error = create.error ?? edit.error;
  const told = refusedBy(error)?.fields ?? {};
  const [name, place, note] = [value.name.trim(), value.place.trim(), value.note.trim()];
  const { kind, day, measuresBy, couturierId } = value;
  const submit = () => {
    setChecked(true);
    if (!name || !day) return;
    if (party)
      edit.mutate(
        {
          version: party.version,
          ...{ name, kind, day, couturierId },
          place: place || null,
          note: note || null,
          measuresBy: measuresBy || null,
        },
        {
          onSuccess: () => {
            clear();
            onClose();
          },
        },
      );
    else
      create.mutate(
        {
          key: key.current,
          body: {
            ...{ name, kind, day, couturierId },
            place: place || undefined,
            note: note || undefined,
            measuresBy: measuresBy || undefined,
          },
        },
        {
          onSuccess: ({ id }) => {
            clear();
            router.push(paths.atelier.party(id));
          },
        },
      );
  };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={t(party ? 'form.editTitle' : 'form.title')}
      actions={
        <>
          <KeptMark kept={kept} onAbandon={clear} />
          <Button variant="quiet" onPress={onClose}>
            {t('form.cancel')}
          </Button>
          <Button variant="primary" busy={create.isPending || edit.isPending} onPress={submit}>
            {t(party ? 'form.save' : 'form.verb')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-ink sm:grid-cols-2">
        <div className="sm:col-span-2">
          <TextField
            label={t('form.name')}
            help={t('form.nameHelp')}
            autoFocus
            maxLength={120}
            value={value.name}
            onChange={(next) => set({ name: next })}
            error={checked && !name ? t('form.nameMissing') : told['name']}
          />
        </div>
        <TextField
          label={t('form.day')}
          type="date"
          value={day}
          onChange={(next) => set({ day: next })}
          error={checked && !day ? t('form.dayMissing') : told['day']}
        />
        <Select
          label={t('form.kind')}
          options={PARTY_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
          value={kind}
          onChange={(next) => set({ kind: PARTY_KINDS.find((one) => one === next) ?? 'other' })}
        />
        <TextField
          label={t('form.measuresBy')}
          help={t('form.measuresHelp')}
          type="date"
          value={measuresBy}
          onChange={(next) => set({ measuresBy: next })}
          error={told['measuresBy']}
        />
        <Select
          label={t('form.couturier')}
          options={couturiers.map(({ id, name: label }) => ({ id, label }))}
          value={couturierId}
          onChange={(next) => set({ couturierId: next })}
        />
        <div className="sm:col-span-2">
          <TextField
            label={t('form.place')}
            maxLength={200}
            value={value.place}
            onChange={(next) => set({ place: next })}
            error={told['place']}
          />
        </div>
        <div className="sm:col-span-2">
          <TextArea
            label={t('form.note')}
            rows={2}
            maxLength={2000}
            value={value.note}
            onChange={(next) => set({ note: next })}
            error={told['note']}
          />
        </div>
      </div>
      <Refusal of={error} className="mt-3" />
    </Dialog>
  );
}
