'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { useHouseForm } from '@/components/house/use-house-form';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { Wordmark } from '@/components/layout/wordmark';
import { Button } from '@/components/ui/button';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import type { InvitationDto, MeDto } from '@/lib/auth/schemas';
import type { EditFirstStepsInput, FirstStepsDto } from '@/lib/begin/schemas';
import { FIRST_STEPS, type FirstStep, OPEN_STEPS, type OpenStep, SETTLED } from '@/lib/begin/words';
import { openingLines } from '@/lib/house/opening-rows';
import { UNSAID_TAX } from '@/lib/house/tax-defaults';
import type { HouseDto } from '@/lib/house/schemas';
import { useEditFirstSteps } from '@/lib/http/begin';
import { useHouse, useInvitations } from '@/lib/http/house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { firstName } from '@/lib/i18n/format';
import { useRouter } from '@/lib/i18n/routing';
import type { Page } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { HouseStep } from './house-step';
import { PeopleStep } from './people-step';
import { HousePreview } from './preview';
import { StepThread } from './step-thread';

interface Props {
  me: MeDto;
  house: HouseDto;
  currencyFixed: boolean;
  invitations: Page<InvitationDto>;
  steps: FirstStepsDto;
}

/** The first steps of a house: each may wait, and what is left is shown until it is done or put away. */
export function FirstStepsPage({ me, house: initial, currencyFixed, invitations, steps }: Props) {
  const t = useTranslations('house.firstSteps');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const say = useToast();
  const refusal = useRefusal();
  const edit = useEditFirstSteps();
  const { data: house } = useHouse(initial);
  const { name, address, phone, email, currency, locale: language, quoteDefaults } = house;
  const form = useHouseForm('first-steps', house, {
    name,
    address,
    phone,
    email,
    currency,
    locale: language,
    feasts: house.feasts ?? [],
    tax: house.tax ?? UNSAID_TAX,
    quoteDefaults: quoteDefaults ?? { depositPercent: 0, vatPercent: 0, validDays: 14 },
  });
  const { data: invited } = useInvitations(invitations);
  const waiting = invited.items.filter(({ role }) => role !== 'client').length;
  // An invitation that has just left counts at once.
  const done = FIRST_STEPS.filter((step) => steps.done.includes(step) || (step === 'people' && waiting > 0));
  const left = OPEN_STEPS.filter((step) => !done.includes(step));
  const [open, setOpen] = useState<OpenStep | null>(left[0] ?? null);
  const head = useRef<HTMLHeadingElement>(null);

  const show = (step: OpenStep | null) => {
    setOpen(step);
    // Where one reads on: the head of the step that has come.
    requestAnimationFrame(() => head.current?.focus());
  };
  const goOn = () => {
    const after = OPEN_STEPS.slice(open ? OPEN_STEPS.indexOf(open) + 1 : 0);
    show(after.find((step) => left.includes(step)) ?? left.find((step) => step !== open) ?? null);
  };
  const change = (input: EditFirstStepsInput, then: () => void) =>
    edit.mutate(input, {
      onSuccess: () => {
        then();
        router.refresh();
      },
      onError: (error) => say({ text: refusal(error).first, error: true }),
    });

  const garments = house.vocabulary.garments.map(({ label }) => inLanguage(label, locale));
  const known: Record<FirstStep, string> = {
    you: me.name,
    house: address === '' ? t('known.house') : house.name,
    people: t('known.people', {
      n: waiting,
      done: String(done.includes('people')),
    }),
    hours: openingLines(house.openingHours, locale)[0] ?? t('known.noHours'),
    garments: t('known.garments', { n: garments.length }),
    models: t('known.models', { done: String(done.includes('models')) }),
    clients: t('known.clients', { done: String(done.includes('clients')) }),
  };
  const settled = SETTLED.find((step) => step === open);

  const body = () => {
    switch (open) {
      case 'house':
        return (
          <HouseStep
            house={house}
            form={form}
            currencyFixed={currencyFixed}
            onSaved={() => {
              goOn();
              router.refresh();
            }}
            onLater={goOn}
          />
        );
      case 'people':
        return <PeopleStep invitations={invitations} />;
      case 'hours':
        return (
          <>
            <ul className="mb-6">
              {openingLines(house.openingHours, locale).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <LinkButton href={`${paths.atelier.house}#hours`}>{t('reread')}</LinkButton>
          </>
        );
      case 'garments':
        return (
          <>
            <p className="mb-6">{garments.join(', ')}</p>
            <LinkButton href={`${paths.atelier.house}#stages`}>{t('reread')}</LinkButton>
          </>
        );
      case 'models':
        return <LinkButton href={paths.atelier.newModel}>{t('addModel')}</LinkButton>;
      case 'clients':
        return (
          <div className="flex flex-wrap gap-3">
            <LinkButton href={paths.atelier.importClients}>{t('import')}</LinkButton>
            <LinkButton href={paths.atelier.newClient}>{t('addClient')}</LinkButton>
          </div>
        );
      default:
        return (
          <LinkButton href={paths.atelier.today} variant="primary">
            {t('toToday')}
          </LinkButton>
        );
    }
  };

  return (
    <div className="page pb-16">
      <header className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-5">
        <Wordmark href={paths.atelier.today} />
        <span className="smaller flex items-center gap-6">
          <LanguageSwitch label={common('language.label')} short />
          <TextLink href={paths.atelier.today}>{t('finishLater')}</TextLink>
        </span>
      </header>
      <h1 className="d2 mt-4">
        {t('welcome', { name: firstName(me.name) })}
        <br />
        {t.rich(left.length === 0 ? 'ready' : 'taking', { i: (words) => <em>{words}</em> })}
      </h1>
      <p className="lead measure mt-6">{t('lead', { done: done.length, left: left.length })}</p>
      <div className="first-grid">
        <StepThread done={done} open={open} known={known} onOpen={show} />
        <div className="min-w-0">
          <section aria-labelledby="step">
            <h2 id="step" ref={head} tabIndex={-1} className="h1 outline-none">
              {t(open ? `titles.${open}` : 'allDone')}
            </h2>
            <p className="small measure mt-2 mb-8 text-ink2">{t(open ? `texts.${open}` : 'allDoneText')}</p>
            {body()}
            {settled && (
              <>
                <div className="bati mt-10" />
                <div className="first-foot">
                  <Button variant="quiet" onPress={goOn}>
                    {t('later')}
                  </Button>
                  <Button
                    variant="primary"
                    busy={edit.isPending}
                    onPress={() => (done.includes(settled) ? goOn() : change({ settled }, goOn))}
                  >
                    {t(done.includes(settled) ? 'goOn' : `settle.${settled}`)}
                  </Button>
                </div>
              </>
            )}
          </section>
          {left.some((step) => step !== open) && (
            <section aria-labelledby="left" className="mt-14">
              <h2 id="left" className="h2">
                {t('left')}
              </h2>
              <ul className="mt-4">
                {left
                  .filter((step) => step !== open)
                  .map((step) => (
                    <li key={step} className="first-row">
                      <span className="h3">{t(`titles.${step}`)}</span>
                      <span className="small text-ink2">{t(`texts.${step}`)}</span>
                      <Button
                        size="small"
                        onPress={() => show(step)}
                        aria-label={t('openStep', { step: t(`titles.${step}`) })}
                      >
                        {t('open')}
                      </Button>
                    </li>
                  ))}
              </ul>
            </section>
          )}
          {!steps.putAway && (
            <p className="small mt-10 flex flex-wrap items-center gap-x-4 text-ink2">
              {t('putAwayText')}
              <Button
                variant="quiet"
                size="small"
                onPress={() => change({ putAway: true }, () => router.push(paths.atelier.today))}
              >
                {t('putAway')}
              </Button>
            </p>
          )}
        </div>
        <HousePreview name={form.draft.name} address={form.draft.address} currency={form.draft.currency} />
      </div>
    </div>
  );
}
