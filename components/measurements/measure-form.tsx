'use client';

import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import type { MeasurementSet } from '@/lib/clients/measurement-dto';
import { POINT_CODES, POINT_GROUPS, type PointCode } from '@/lib/clients/measurement-points';
import { useFormErrors } from '@/components/clients/use-form-errors';
import { useAddMeasurements } from '@/lib/http/clients';
import { newKey } from '@/lib/http/new-key';
import { formatDate, formatShortDate } from '@/lib/i18n/format';
import { useRouter } from '@/lib/i18n/routing';
import { MeasureFigure, MeasureStrip } from './figure';
import { fieldId, PointRow } from './point-row';
import { useMeasureForm } from './use-measure-form';

interface Props {
  /** The client file, for a couturier; left out for one's own. */
  clientId?: string;
  takenBy: string;
  previous: MeasurementSet[];
  now: string;
  /** Where one goes when it is saved or given up. */
  back: string;
}

const ORDER: readonly PointCode[] = POINT_GROUPS.flatMap((group) => [...group.codes]);

/** The taking of measurements: the drawn figure follows the point in hand, Enter goes to the next. */
export function MeasureForm({ clientId, takenBy, previous, now, back }: Props) {
  const t = useTranslations('measurements');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const say = useToast();
  const refusal = useFormErrors();
  const add = useAddMeasurements(clientId);
  const form = useMeasureForm(previous);
  const [point, setPoint] = useState<PointCode>('bustGirth');
  const [posture, setPosture] = useState('');
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const last = previous.find((set) => set.kind === 'body');

  const next = (code: PointCode) => {
    const after = ORDER[ORDER.indexOf(code) + 1];
    document.getElementById(after ? fieldId(after) : 'save-measures')?.focus();
  };
  const submit = () => {
    setText('');
    const [wrong] = form.wrong;
    if (wrong) return document.getElementById(fieldId(wrong))?.focus();
    const [asking] = form.open;
    if (asking) {
      setText(t('confirmFirst', { count: form.open.length }));
      document.querySelector<HTMLElement>(`[data-point="${asking.point}"] button`)?.focus();
      return;
    }
    if (form.count === 0 && form.named.length === 0) return setText(t('nothingYet'));
    add.mutate(
      {
        key,
        body: {
          values: form.values,
          custom: form.named,
          posture: posture.trim() || undefined,
          confirm: form.warnings.length > 0,
        },
      },
      {
        onSuccess: () => {
          say({ text: t('saved') });
          router.push(back);
          router.refresh();
        },
        onError: (error) => setText(refusal(error).text),
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="small mt-6 flex flex-wrap gap-x-8 gap-y-1 border-y border-t-ink border-b-hair py-4 text-ink2">
        <span>
          {t.rich('takenOn', {
            date: formatDate(locale, now),
            b: (words) => <b className="font-normal text-ink">{words}</b>,
          })}
        </span>
        <span>
          {t.rich('takenBy', { name: takenBy, b: (words) => <b className="font-normal text-ink">{words}</b> })}
        </span>
        <span>{t('onBody')}</span>
        {last && (
          <span>
            {t.rich('comparedWith', {
              date: formatDate(locale, last.takenAt),
              b: (words) => <b className="font-normal text-ink">{words}</b>,
            })}
          </span>
        )}
        <span className="ml-auto" aria-live="polite">
          {t('counter', { count: form.count, total: POINT_CODES.length })}
        </span>
      </p>
      <div className="sticky top-15 z-10 bg-paper lg:hidden">
        <MeasureStrip point={point} />
      </div>
      <div className="mt-7 grid gap-16 lg:grid-cols-[430px_minmax(0,1fr)]">
        <div className="hidden lg:block">
          <MeasureFigure point={point} className="sticky top-6" />
        </div>
        <div>
          {POINT_GROUPS.map((group) => (
            <fieldset key={group.group} className="mb-8">
              <legend className="sr-only">{t(`groups.${group.group}`)}</legend>
              <div
                className="smaller grid grid-cols-[minmax(0,1fr)_96px_64px_64px] items-end gap-3 border-b border-ink pb-2 text-ink3"
                aria-hidden="true"
              >
                <span>{t(`groups.${group.group}`)}</span>
                <span>{t('today')}</span>
                <span className="text-right">{last ? formatShortDate(locale, last.takenAt) : ''}</span>
                <span className="text-right">{t('difference')}</span>
              </div>
              {group.codes.map((code) => {
                const open = form.open.filter((warning) => warning.point === code);
                return (
                  <PointRow
                    key={code}
                    code={code}
                    typed={form.typed[code] ?? ''}
                    value={form.values[code]}
                    previous={form.known?.values[code]}
                    wrong={form.wrong.has(code)}
                    focused={point === code}
                    warnings={open}
                    onType={(typed) => form.type(code, typed)}
                    onFocus={() => setPoint(code)}
                    onNext={() => next(code)}
                    onConfirm={() => {
                      form.confirm(open);
                      next(code);
                    }}
                  />
                );
              })}
            </fieldset>
          ))}
          {form.custom.map((custom) => (
            <div key={custom.key} className="flex items-center gap-3 border-b border-hair py-3">
              <input
                className="field-box h-9 min-w-0 flex-1"
                aria-label={t('customName')}
                placeholder={t('customName')}
                value={custom.label}
                onChange={(event) => form.editPoint(custom.key, { label: event.target.value })}
              />
              <input
                className="field-box figures h-9 w-24"
                aria-label={t('customValue')}
                inputMode="decimal"
                value={custom.typed}
                onChange={(event) => form.editPoint(custom.key, { typed: event.target.value })}
              />
              <IconButton label={t('removePoint')} size="small" onPress={() => form.removePoint(custom.key)}>
                <Icon of={X} size={16} />
              </IconButton>
            </div>
          ))}
          {form.open
            .filter((warning) => form.named.some((one) => one.label === warning.point))
            .map((warning) => (
              <div key={warning.point} data-point={warning.point} className="py-2">
                <Button size="small" onPress={() => form.confirm([warning])}>
                  {t('confirmPoint', { point: warning.point })}
                </Button>
              </div>
            ))}
          <label className="field mt-6 block">
            <span className="field-label">{t('posture')}</span>
            <textarea
              className="field-box mt-1.5 w-full"
              rows={2}
              value={posture}
              onChange={(event) => setPosture(event.target.value)}
            />
          </label>
          {text && (
            <p role="alert" className="form-errors mt-6">
              {text}
            </p>
          )}
          <div className="mt-6 flex flex-wrap items-center gap-3">
            <Button variant="quiet" onPress={form.addPoint}>
              <Icon of={Plus} size={16} />
              {t('addPoint')}
            </Button>
            <span className="flex-1" />
            <LinkButton variant="quiet" href={back}>
              {common('cancel')}
            </LinkButton>
            <Button id="save-measures" type="submit" variant="primary" size="large" busy={add.isPending}>
              {t('save')}
            </Button>
          </div>
        </div>
      </div>
    </form>
  );
}
