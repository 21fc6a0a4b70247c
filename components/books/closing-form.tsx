'use client';

import { Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { focusProblem } from '@/components/form/focus-problem';
import { KeptMark } from '@/components/form/kept-mark';
import { MoneyField } from '@/components/form/money-field';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useRead } from '@/components/form/use-read';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SectionHead } from '@/components/ui/section-head';
import { Stepper } from '@/components/ui/stepper';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import type { NextClosingDto } from '@/lib/books/schemas';
import { useClosePeriod } from '@/lib/http/ledger';
import { newKey } from '@/lib/http/new-key';
import { formatMoney } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { ClosingTotals } from './closing-totals';
import { notesOf, tillDraft } from './till-count';

/** The evening: the till counted note by note, what else came, and the one gesture that closes the day. What is typed is kept. */
export function ClosingForm({ next }: { next: NextClosingDto }) {
  const t = useTranslations('ledger.close');
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const read = useRead();
  const close = useClosePeriod();
  const form = useRef<HTMLFormElement>(null);
  const { day, cash, pieces, totals, number, follows } = next;
  const { currency } = cash;
  const money = (amount: number) => formatMoney(locale, { amount, currency });
  const { value, change, clear, kept } = useDraft(`closing:${day}`, tillDraft, {
    counts: {},
    coins: '',
    opening: '',
    left: cash.opening === null ? '' : read.printMoney({ amount: cash.opening, currency }),
    word: '',
  });
  const set = (part: Partial<typeof value>) => change((before) => ({ ...before, ...part }));
  const [checked, setChecked] = useState(false);
  const [key, setKey] = useState(newKey);
  const { notes, sum } = notesOf(pieces, value);
  const coins = read.money(value.coins, currency);
  const isCounted = sum > 0 || coins !== undefined;
  const counted = sum + (coins?.amount ?? 0);
  const typedOpening = read.money(value.opening, currency);
  const opening = cash.opening ?? typedOpening?.amount;
  const expected = opening === undefined ? undefined : opening + cash.taken;
  const difference = isCounted && expected !== undefined && coins !== null ? counted - expected : undefined;
  const left = read.money(value.left, currency);
  const stays = Math.min(left?.amount ?? counted, counted);
  const isTooMuch = isCounted && typeof left?.amount === 'number' && cash.opening === null && left.amount > counted;
  const lacksWord = difference !== undefined && difference !== 0 && !value.word.trim();

  const send = () => {
    setChecked(true);
    if (isCounted && (coins === null || left === null || isTooMuch || opening === undefined || lacksWord))
      return focusProblem(form.current);
    const word = value.word.trim();
    const till = {
      ...(cash.opening === null && opening !== undefined ? { opening } : {}),
      counted,
      left: stays,
      ...(word && difference !== 0 ? { word } : {}),
      pieces: notes.filter(({ count }) => count > 0),
    };
    close.mutate(
      { span: 'day', period: day, ...(isCounted ? { cash: till } : {}), key },
      {
        onSuccess: () => {
          clear();
          toast({ text: t('done') });
          router.push(`/${locale}${paths.atelier.ledger}`);
          router.refresh();
        },
        // Whatever was refused is not asked again under the same name.
        onError: () => setKey(newKey()),
      },
    );
  };
  return (
    <form
      ref={form}
      method="post"
      noValidate
      className="closing-form"
      aria-label={t('name')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <section aria-labelledby="closing-till">
        <SectionHead
          id="closing-till"
          title={t('till')}
          aside={cash.opening === null ? undefined : t('float', { amount: money(cash.opening) })}
        />
        {cash.opening === null && (
          <div className="closing-field">
            <MoneyField
              label={t('opening')}
              help={t('openingHelp')}
              currency={currency}
              value={value.opening}
              onChange={(text) => set({ opening: text })}
              checked={checked && isCounted}
              needed
            />
          </div>
        )}
        {notes.map(({ value: note, count }) => (
          <div key={note} className="closing-row">
            <span>{formatMoney(locale, { amount: note, currency }, { round: true })}</span>
            <Stepper
              label={t('notesOf', { note: formatMoney(locale, { amount: note, currency }, { round: true }) })}
              value={count}
              onChange={(many) => set({ counts: { ...value.counts, [note]: many } })}
            />
            <span className="closing-sum">{money(note * count)}</span>
          </div>
        ))}
        <div className="closing-field">
          <MoneyField
            label={t(pieces.length > 0 ? 'coins' : 'inTill')}
            currency={currency}
            value={value.coins}
            onChange={(text) => set({ coins: text })}
            checked={checked}
          />
        </div>
        <dl className="ledger-sums">
          <div>
            <dt>{t('counted')}</dt>
            <dd>{isCounted ? money(counted) : t('notCounted')}</dd>
          </div>
          <div>
            <dt>{t('expected')}</dt>
            <dd>{expected === undefined ? t('unknown') : money(expected)}</dd>
          </div>
        </dl>
        <p className="closing-difference" role="status" data-off={(difference ?? 0) !== 0 || undefined}>
          <span className="h1">{t('difference')}</span>
          <span className="h1">
            {difference === undefined
              ? t('none')
              : formatMoney(locale, { amount: difference, currency }, { sign: true })}
          </span>
        </p>
        {difference !== undefined && difference !== 0 && (
          <TextField
            label={t('why')}
            help={t('whyHelp')}
            maxLength={200}
            value={value.word}
            onChange={(word) => set({ word })}
            error={checked && lacksWord ? t('whyNeeded') : undefined}
          />
        )}
        {isCounted && (
          <div className="mt-6">
            <MoneyField
              label={t('left')}
              help={t('leftHelp', { amount: money(counted - stays) })}
              currency={currency}
              value={value.left}
              onChange={(text) => set({ left: text })}
              checked={checked}
              error={isTooMuch ? t('leftTooMuch') : undefined}
            />
          </div>
        )}
      </section>
      <ClosingTotals title={t('rest')} totals={totals} perpetual={next.perpetual} isOpen />
      <p className="closing-seal small text-ink2">
        <Icon of={Lock} size={16} />
        <span>
          {follows
            ? t('willFollow', { number, seal: `${follows.slice(0, 4)} ${follows.slice(4, 8)}` })
            : t('will', { number })}{' '}
          {t('forEver')}
        </span>
      </p>
      {!isCounted && <p className="small text-ink2">{t('uncounted')}</p>}
      <Refusal of={close.error} />
      <div className="closing-foot">
        <Button type="submit" variant="primary" wide busy={close.isPending}>
          {t('send')}
        </Button>
        <KeptMark kept={kept} onAbandon={clear} />
      </div>
    </form>
  );
}
