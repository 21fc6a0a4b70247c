'use client';

import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useEditParty } from '@/lib/http/parties';
import type { CommonDayDto, PartyDto } from '@/lib/parties/schemas';
import { usePartyWords } from './use-party-words';

interface Props {
  party: PartyDto;
  /** Absent: a new one. */
  day?: CommonDayDto;
  onClose: () => void;
}

/** A day for everybody: what, when, and whether it is agreed on. */
export function DayDialog({ party, day, onClose }: Props) {
  const { t } = usePartyWords();
  const edit = useEditParty(party.id);
  const [value, setValue] = useState({
    label: day?.label ?? '',
    day: day?.day ?? '',
    time: day?.time ?? '',
    held: day?.held ?? false,
  });
  const set = (part: Partial<typeof value>) => setValue((before) => ({ ...before, ...part }));
  const [checked, setChecked] = useState(false);
  const label = value.label.trim();
  const others = party.days.filter(({ n }) => n !== day?.n);
  const send = (days: typeof party.days) => edit.mutate({ version: party.version, days }, { onSuccess: onClose });
  const save = () => {
    setChecked(true);
    if (!label || !value.day) return;
    const one = { label, day: value.day, time: value.time || undefined, held: value.held };
    edit.mutate(
      { version: party.version, days: [...others, day ? { n: day.n, ...one } : one] },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(day ? 'days.editTitle' : 'days.newTitle')}
      actions={
        <>
          {day && (
            <Button variant="quiet" busy={edit.isPending} onPress={() => send(others)}>
              {t('days.remove')}
            </Button>
          )}
          <Button variant="primary" busy={edit.isPending} onPress={save}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-ink sm:grid-cols-2">
        <div className="sm:col-span-2">
          <TextField
            label={t('days.label')}
            help={t('days.labelHelp')}
            autoFocus
            maxLength={120}
            value={value.label}
            onChange={(next) => set({ label: next })}
            error={checked && !label ? t('days.labelMissing') : undefined}
          />
        </div>
        <TextField
          label={t('days.day')}
          type="date"
          value={value.day}
          onChange={(next) => set({ day: next })}
          error={checked && !value.day ? t('days.dayMissing') : undefined}
        />
        <TextField label={t('days.time')} type="time" value={value.time} onChange={(next) => set({ time: next })} />
        <div className="sm:col-span-2">
          <Checkbox isSelected={value.held} onChange={(held) => set({ held })}>
            {t('days.isHeld')}
          </Checkbox>
        </div>
      </div>
      <Refusal of={edit.error} className="mt-3" />
    </Dialog>
  );
}
