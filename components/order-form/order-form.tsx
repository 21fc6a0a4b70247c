'use client';

import { ArrowLeft } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { MeasureFigure } from '@/components/measurements/figure';
import { Button } from '@/components/ui/button';
import { FormErrors } from '@/components/ui/form-errors';
import { Icon } from '@/components/ui/icon';
import { Needle } from '@/components/ui/needle';
import { useToast } from '@/components/ui/toast';
import type { PointCode } from '@/lib/clients/measurement-points';
import { useFormCouturiers, useFormHouse, useFormModel, useNewestMeasurements } from '@/lib/http/order-form';
import { useCreateOrder } from '@/lib/http/orders';
import { usePromise } from '@/lib/http/promises';
import { inLanguage } from '@/lib/i18n/bilingual';
import { refusedBy } from '@/lib/http/refusal';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { type DraftStart, useOrderDraft } from './draft';
import { Recap } from './recap';
import { StepGarment } from './step-garment';
import { StepMeasures } from './step-measures';
import { StepProject } from './step-project';
import { StepReview } from './step-review';
import { STEPS, StepsHeader } from './steps-header';
import { toOrder } from './to-order';

/** Where a field that the API refuses stands. */
const STEP_OF: Record<string, number> = { title: 0, garment: 0, couturierId: 0, modelId: 0 };

/** The order form: four questions, one after the other, kept as a draft at each change and sent at the end. */
export function OrderForm({ start }: { start: DraftStart }) {
  const t = useTranslations('orderForm');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const refusal = useRefusal();
  const { draft, change, forget, ready, kept } = useOrderDraft(start);
  const asked = useSearchParams().get('step');
  // An address can name a later question; none is answered before the first.
  const named = draft.modelSlug !== '' || (draft.garment !== '' && draft.title.trim() !== '');
  const step = named ? Math.max(0, STEPS.indexOf(asked as (typeof STEPS)[number])) : 0;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const list = Object.entries(errors).map(([field, message]) => ({ field, message }));
  const [point, setPoint] = useState<PointCode>('bustGirth');
  const title = useRef<HTMLHeadingElement>(null);
  const model = useFormModel(draft.modelSlug);
  const house = useFormHouse();
  const couturiers = useFormCouturiers();
  const newest = useNewestMeasurements();
  const create = useCreateOrder();

  const people = couturiers.data ?? [];
  const couturier = people.find(({ id }) => id === draft.couturierId)?.name;
  const { data: promise, isPlaceholderData } = usePromise({
    garment: model.data?.garment ?? (draft.garment || undefined),
    couturierId: draft.couturierId || model.data?.couturierId,
    day: draft.desiredDate,
    eventDay: draft.eventDate,
  });
  // Without a wish of its own, the piece is wanted for the feast.
  const wished = (!isPlaceholderData && (draft.desiredDate || draft.eventDate)) || promise?.day;
  const measures = draft.measures || (newest.data ? 'kept' : 'atelier');
  const words = {
    occasion: draft.occasion ? t(`project.occasions.${draft.occasion}`) : undefined,
    yes: t('yes'),
    measures: t(`measures.${measures}`),
  };

  const askedFor = useRef('');
  // The field to mend may only be there once its question has been reached.
  useEffect(() => {
    const field = askedFor.current && document.getElementById(askedFor.current);
    if (!field) return;
    field.focus();
    askedFor.current = '';
  });

  function go(to: number, focus = true) {
    const url = new URL(window.location.href);
    if (to === 0) url.searchParams.delete('step');
    else url.searchParams.set('step', STEPS[to] ?? STEPS[0]);
    // Each question has its place in the history: the browser's own way back leads to the one before.
    if (url.href !== window.location.href) window.history.pushState(null, '', url);
    // A new question is read from its beginning, on the screen and by screen readers.
    requestAnimationFrame(() => {
      window.scrollTo({ top: 0 });
      if (focus) title.current?.focus();
    });
  }

  /** One point leads to its field; several are listed, and take the focus themselves. */
  function mend(refused: Record<string, string>) {
    const fields = Object.keys(refused);
    setErrors(refused);
    if (fields.length === 1) askedFor.current = fields[0] ?? '';
  }

  function next() {
    const missing: Record<string, string> = {};
    if (step === 0 && !draft.modelSlug) {
      if (!draft.garment) missing['garment'] = t('errors.garment');
      if (!draft.title.trim()) missing['title'] = t('errors.title');
    }
    mend(missing);
    if (Object.keys(missing).length === 0) go(Math.min(step + 1, STEPS.length - 1));
  }

  // A model brings its cloth, unless the person brings their own.
  const cloth = inLanguage(model.data?.fabrics[0]?.label, locale) ?? '';
  const told = model.data ? { ...draft, fabric: draft.ownFabric ? '' : cloth } : draft;

  const waiting = !ready || (draft.modelSlug !== '' && model.isPending);

  function send() {
    // The model could not be read: an order without it would be another order.
    if (draft.modelSlug !== '' && !model.data) {
      toast({ text: refusal(model.error).text, error: true });
      void model.refetch();
      return;
    }
    create.mutate(toOrder(told, words, model.data?.id), {
      onSuccess: (order) => {
        forget();
        router.push(paths.account.order(order.id));
      },
      onError: (error) => {
        const { fields, text } = refusal(error);
        const refused = Object.keys(fields);
        if (refused.length === 0) return toast({ text, error: true });
        mend(fields);
        go(Math.min(...refused.map((path) => STEP_OF[path] ?? 1)), false);
      },
    });
  }

  useEffect(() => {
    if (refusedBy(model.error)?.status === 404) change({ modelSlug: '' });
  }, [model.error, change]);

  const name = STEPS[step] ?? 'garment';
  return (
    <>
      <StepsHeader step={step} onGo={go} kept={kept} />
      <div className="page grid gap-12 pt-8 pb-20 lg:grid-cols-[1fr_400px] lg:gap-24">
        <form
          method="post"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (step === STEPS.length - 1) send();
            else next();
          }}
        >
          <h1 ref={title} tabIndex={-1} className="d2 mb-10 outline-none">
            {t.rich(`titles.${name}`, { em: (chunks) => <em>{chunks}</em>, br: () => <br /> })}
          </h1>
          <FormErrors title={common('formErrors', { count: list.length })} errors={list} />
          {waiting ? (
            <p className="flex items-center gap-4 text-ink2" role="status">
              <Needle busy /> {t('loading')}
            </p>
          ) : (
            <>
              {step === 0 && (
                <StepGarment
                  draft={draft}
                  change={change}
                  model={model.data}
                  house={house.data}
                  couturiers={people}
                  errors={errors}
                />
              )}
              {step === 1 && (
                <StepProject
                  draft={draft}
                  change={change}
                  model={model.data}
                  promise={promise}
                  wished={wished}
                  errors={errors}
                />
              )}
              {step === 2 && (
                <StepMeasures draft={draft} change={change} newest={newest.data} point={point} onPoint={setPoint} />
              )}
              {step === 3 && (
                <StepReview draft={told} words={words} model={model.data} couturier={couturier} onGo={go} />
              )}
            </>
          )}
          <div className="sticky bottom-0 mt-12 flex items-center justify-between gap-4 border-t border-ink bg-paper py-5 lg:static">
            {step > 0 ? (
              <Button variant="quiet" className="-ml-5.5 max-sm:px-3.5" onPress={() => go(step - 1)}>
                <Icon of={ArrowLeft} size={16} />
                <span className="max-sm:sr-only">{t(`steps.${STEPS[step - 1] ?? 'garment'}`)}</span>
              </Button>
            ) : (
              <span className="max-sm:hidden" />
            )}
            <Button
              type="submit"
              variant="primary"
              size="large"
              className="max-sm:flex-1"
              busy={create.isPending}
              isDisabled={waiting}
              busyLabel={t('sending')}
            >
              {t(`next.${name}`)}
            </Button>
          </div>
        </form>
        {name === 'measures' && measures === 'kept' ? (
          <MeasureFigure point={point} className="hidden lg:sticky lg:top-8 lg:block lg:self-start" />
        ) : (
          <Recap model={model.data} title={draft.title} couturier={couturier} earliest={promise?.earliest} />
        )}
      </div>
      <span className="sr-only" lang={locale} aria-live="polite">
        {t('steps.of', { n: step + 1, total: STEPS.length })}
      </span>
    </>
  );
}
