'use client';

import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { type FormError, FormErrors } from '@/components/ui/form-errors';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { POINT_CODES, POINT_GROUPS, type PointCode } from '@/lib/clients/measurement-points';
import { useAddMeasurements } from '@/lib/http/clients';
import { newKey } from '@/lib/http/new-key';
import { formatDate, formatShortDate } from '@/lib/i18n/format';
import { useRouter } from '@/lib/i18n/routing';
import { MeasureFigure, MeasureStrip } from './figure';
import { CustomPoints, customId } from './custom-points';
import { fieldId, PointRow } from './point-row';
import { useMeasureForm } from './use-measure-form';

interface Props {
  /** The client file, for a couturier; left out for one's own. */
  clientId?: string;
  takenBy: string;
  previous: MeasurementSetDto[];
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
  const refusal = useRefusal();
  const add = useAddMeasurements(clientId);
  const form = useMeasureForm(previous, clientId ?? 'me');
  const [point, setPoint] = useState<PointCode>('bustGirth');
  const [all, setAll] = useState(form.known === null);
  /** What was wrong when one last wanted to save; unset before the first time. */
  const [told, setTold] = useState<FormError[]>();
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const last = previous.find((set) => set.kind === 'body');
  // Whoever was measured before is measured at the same points; the others of the table stay folded.
  const shown = ORDER.filter((code) => all || form.known?.values[code] !== undefined || form.typed[code]);
  const groups = POINT_GROUPS.map(({ group, codes }) => ({
    group,
    codes: codes.filter((code) => shown.includes(code)),
  }));

  const next = (code: PointCode) => {
    form.leave();
    const after = shown[shown.indexOf(code) + 1];
    document.getElementById(after ? fieldId(after) : 'save-measures')?.focus();
  };
  const faults: FormError[] = [
    ...form.wrong.map((code) => ({
      field: fieldId(code),
      message: t('wrongPoint', { point: t(`points.${code}`), value: form.typed[code] ?? '' }),
    })),
    ...[...form.problems].map(([custom, problem]) => ({
      field: customId(custom, problem === 'name' ? 'label' : 'value'),
      message: t(problem === 'name' ? 'nameThePoint' : 'notACentimetre'),
    })),
  ];
  const submit = () => {
    setText('');
    form.leave();
    setTold(faults);
    const [fault] = faults;
    if (fault) {
      // Two or more are listed above the rows, which takes the focus.
      if (faults.length === 1) document.getElementById(fault.field)?.focus();
      return;
    }
    const [asking] = form.open;
    if (asking) {
      setText(t('confirmFirst', { count: form.open.length }));
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`[data-point="${CSS.escape(asking.point)}"] [role="status"] button`)
          ?.focus(),
      );
      return;
    }
    if (form.count === 0 && form.named.length === 0) return setText(t('nothingYet'));
    add.mutate(
      {
        key,
        body: {
          values: form.values,
          custom: form.named,
          posture: form.posture.trim() || undefined,
          confirm: form.warnings.length > 0,
        },
      },
      {
        onSuccess: () => {
          form.forget();
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
      method="post"
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
          {t('counter', { count: form.count, total: shown.length })}
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
          {told && <FormErrors title={common('formErrors', { count: told.length })} errors={told} />}
          {groups
            .filter(({ codes }) => codes.length > 0)
            .map((group) => (
              <fieldset key={group.group} className="mb-8">
                <legend className="sr-only">{t(`groups.${group.group}`)}</legend>
                <div
                  className="smaller grid grid-cols-[minmax(0,1fr)_96px_48px_48px] items-end gap-x-2 border-b sm:grid-cols-[minmax(0,1fr)_96px_64px_64px] sm:gap-x-3 border-ink pb-2 text-ink3"
                  aria-hidden="true"
                >
                  <span>{t(`groups.${group.group}`)}</span>
                  <span>{t('today')}</span>
                  <span className="text-right">{last ? formatShortDate(locale, last.takenAt) : ''}</span>
                  <span className="text-right">{t('difference')}</span>
                </div>
                {group.codes.map((code) => {
                  const writing = form.writing === code;
                  const open = writing ? [] : form.open.filter((warning) => warning.point === code);
                  return (
                    <PointRow
                      key={code}
                      code={code}
                      typed={form.typed[code] ?? ''}
                      value={form.values[code]}
                      previous={form.known?.values[code]}
                      wrong={!writing && form.wrong.includes(code)}
                      focused={point === code}
                      warnings={open}
                      onType={(typed) => form.type(code, typed)}
                      onFocus={() => setPoint(code)}
                      onLeave={form.leave}
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
          {!all && (
            <p className="small mb-8">
              <LinkLikeButton onPress={() => setAll(true)}>
                {t('otherPoints', { count: POINT_CODES.length - shown.length })}
              </LinkLikeButton>
            </p>
          )}
          <CustomPoints form={form} told={told !== undefined} />
          <p className="mt-3">
            <Button variant="quiet" size="small" onPress={form.addPoint}>
              <Icon of={Plus} size={16} />
              {t('addPoint')}
            </Button>
          </p>
          <label className="field mt-6 block">
            <span className="field-label">{t('posture')}</span>
            <textarea
              className="field-box mt-1.5 w-full"
              rows={2}
              maxLength={1000}
              value={form.posture}
              onChange={(event) => form.setPosture(event.target.value)}
            />
          </label>
          <div className="measure-foot">
            <Refusal of={text} head className="mb-3" />
            <div className="flex items-center gap-3">
              <KeptMark kept={form.kept} className="flex-1" />
              <LinkButton variant="quiet" href={back} className="max-sm:hidden">
                {common('cancel')}
              </LinkButton>
              <Button id="save-measures" type="submit" variant="primary" busy={add.isPending}>
                {t('save')}
              </Button>
            </div>
          </div>
        </div>
      </div>
    </form>
  );
}
