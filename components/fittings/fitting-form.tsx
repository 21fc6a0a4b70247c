'use client';

import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { MeasureFigure, MeasureStrip } from '@/components/measurements/figure';
import { Button, IconButton, LinkLikeButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import type { AppointmentDto } from '@/lib/appointments/dto';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { POINT_CODES, POINT_GROUPS, type PointCode } from '@/lib/clients/measurement-points';
import { useCreateFittingSheet } from '@/lib/http/fittings';
import { newKey } from '@/lib/http/new-key';
import { firstName, formatDuration, formatLongDay, formatTime } from '@/lib/i18n/format';
import { useRouter } from '@/lib/i18n/routing';
import { DeltaRow, deltaId } from './delta-row';
import { isOther } from './fitting-draft';
import { RemarkFields } from './remark-fields';
import { useFittingForm } from './use-fitting-form';

interface Props {
  appointment: AppointmentDto;
  previous: MeasurementSetDto[];
  /** Where one goes when it is written or given up. */
  back: string;
}

const ORDER: readonly PointCode[] = POINT_GROUPS.flatMap((group) => [...group.codes]);

/** A fitting being written down: by how much at each point, with words and pictures; the drawn figure follows the hand. */
export function FittingSheetForm({ appointment, previous, back }: Props) {
  const t = useTranslations('fittings');
  const groups = useTranslations('measurements.groups');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const say = useToast();
  const refusal = useRefusal();
  const create = useCreateFittingSheet(appointment.id);
  const form = useFittingForm(previous, appointment.id);
  const [point, setPoint] = useState<PointCode>('waistGirth');
  const [all, setAll] = useState(form.known === null);
  const [told, setTold] = useState(false);
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const client = firstName(appointment.clientName);
  const used = new Set(form.draft.remarks.map((one) => one.key));
  const shown = ORDER.filter((code) => all || form.known?.values[code] !== undefined || used.has(code));
  const others = form.draft.remarks.filter((one) => isOther(one.key));
  const next = (code: PointCode) => {
    const after = shown[shown.indexOf(code) + 1];
    document.getElementById(after ? deltaId(after) : 'fitting-note')?.focus();
  };
  const submit = () => {
    setText('');
    setTold(true);
    const fault = form.wrong[0] ?? form.lacking[0];
    if (fault) {
      setText(t('mend'));
      document.getElementById(deltaId(fault))?.focus();
      return;
    }
    const [asking] = form.open;
    if (asking) {
      setText(t('confirmFirst'));
      document.querySelector<HTMLElement>(`[data-point="${CSS.escape(asking.point)}"] [role="status"] button`)?.focus();
      return;
    }
    const note = form.draft.note.trim() || undefined;
    if (form.remarks.length === 0 && !note) return setText(t('nothing'));
    create.mutate(
      {
        key,
        body: { remarks: form.remarks, note, measure: form.draft.measure, confirm: form.warnings.length > 0 },
      },
      {
        onSuccess: () => {
          form.forget();
          say({ text: t('written') });
          router.push(back);
          router.refresh();
        },
        onError: (error) => setText(refusal(error).text),
      },
    );
  };
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="small mt-6 flex flex-wrap gap-x-8 gap-y-1 border-y border-t-ink border-b-hair py-4 text-ink2">
        <span className="text-ink first-letter:uppercase">
          {formatLongDay(locale, appointment.start)}, {formatTime(locale, appointment.start)}
        </span>
        <span>{formatDuration(appointment.minutes)}</span>
        <span>{appointment.couturierName}</span>
        <span className="ml-auto" aria-live="polite">
          {t('counter', { count: form.remarks.length })}
        </span>
      </p>
      <div className="sticky top-15 z-10 bg-paper lg:hidden">
        <MeasureStrip point={point} />
      </div>
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-16 lg:grid-cols-[430px_minmax(0,1fr)]">
        <div className="hidden lg:block">
          <MeasureFigure point={point} className="sticky top-6" />
        </div>
        <div>
          {POINT_GROUPS.map(({ group, codes }) => ({ group, codes: codes.filter((code) => shown.includes(code)) }))
            .filter(({ codes }) => codes.length > 0)
            .map(({ group, codes }) => (
              <fieldset key={group} className="mb-8">
                <legend className="sr-only">{groups(group)}</legend>
                <div className="fitting-row smaller border-b border-ink pb-2 text-ink3" aria-hidden="true">
                  <span>{groups(group)}</span>
                  <span>{t('delta')}</span>
                  <span className="text-right">{t('before')}</span>
                  <span className="text-right">{t('after')}</span>
                  <span />
                </div>
                {codes.map((code) => (
                  <DeltaRow
                    key={code}
                    form={form}
                    code={code}
                    client={client}
                    focused={point === code}
                    wrong={told && form.wrong.includes(code)}
                    warnings={form.open.filter((warning) => warning.point === code)}
                    onFocus={() => setPoint(code)}
                    onNext={() => next(code)}
                  />
                ))}
              </fieldset>
            ))}
          {!all && (
            <p className="small mb-8">
              <LinkLikeButton onPress={() => setAll(true)}>
                {t('otherPoints', { count: POINT_CODES.length - shown.length })}
              </LinkLikeButton>
            </p>
          )}
          {others.map((remark, index) => {
            const about = remark.label.trim() || t('other', { n: index + 1 });
            const lacking = told && form.lacking.includes(remark.key);
            return (
              <fieldset key={remark.key} className="mb-6 border-t border-ink pt-4">
                <legend className="sr-only">{about}</legend>
                <div className="mb-4 grid grid-cols-[minmax(0,1fr)_96px_auto] items-end gap-3">
                  <TextField
                    label={t('place')}
                    value={remark.label}
                    maxLength={60}
                    onChange={(label) => form.edit(remark.key, { label })}
                    error={lacking && remark.typed.trim() ? t('nameThePlace') : undefined}
                  />
                  <TextField
                    id={deltaId(remark.key)}
                    label={t('delta')}
                    value={remark.typed}
                    onChange={(typed) => form.edit(remark.key, { typed })}
                    error={told && form.wrong.includes(remark.key) ? t('notADifference') : undefined}
                  />
                  <IconButton label={t('removeRemark', { about })} onPress={() => form.remove(remark.key)}>
                    <Icon of={X} />
                  </IconButton>
                </div>
                <RemarkFields
                  form={form}
                  remark={remark}
                  about={about}
                  client={client}
                  error={lacking && !remark.typed.trim() ? t('saySomething') : undefined}
                />
              </fieldset>
            );
          })}
          <p>
            <Button variant="quiet" size="small" onPress={form.addOther}>
              <Icon of={Plus} size={16} />
              {t('addOther')}
            </Button>
          </p>
          <div className="mt-6">
            <TextArea
              id="fitting-note"
              label={t('words')}
              help={t('wordsHelp', { name: client })}
              rows={3}
              maxLength={4000}
              value={form.draft.note}
              onChange={form.setNote}
            />
          </div>
          {form.known && (
            <div className="mt-6">
              <Checkbox
                isSelected={form.draft.measure}
                onChange={form.setMeasure}
                aria-describedby="fitting-measure-help"
              >
                {t('measure')}
              </Checkbox>
              <p id="fitting-measure-help" className="smaller mt-1 ml-8 text-ink2">
                {t('measureHelp')}
              </p>
            </div>
          )}
          <div className="measure-foot">
            <Refusal of={text} head className="mb-3" />
            <div className="flex items-center gap-3">
              <KeptMark kept={form.kept} className="flex-1" />
              <LinkButton variant="quiet" href={back} className="max-sm:hidden">
                {common('cancel')}
              </LinkButton>
              <Button type="submit" variant="primary" busy={create.isPending}>
                {t('write')}
              </Button>
            </div>
          </div>
        </div>
      </div>
    </form>
  );
}
