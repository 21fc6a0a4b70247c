'use client';

import { useState } from 'react';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { Refusal } from '@/components/form/refusal';
import { useRead } from '@/components/form/use-read';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/text-field';
import { DAY_MS } from '@/lib/calendar';
import { useAnswerChange } from '@/lib/http/orders';
import { formatDate } from '@/lib/i18n/format';
import { DAYS_LATER } from '@/lib/number-kinds';
import type { ChangeRequestDto, OrderDto } from '@/lib/orders/schemas';
import { useOrderWords } from './use-order-words';

/** The couturier's answer: effect on price and date, said at once in a new total and a new day. */
export function ChangeAnswerForm({ order, request }: { order: OrderDto; request: ChangeRequestDto }) {
  const { t, locale, field, money } = useOrderWords();
  const answer = useAnswerChange(order.id);
  const read = useRead();
  const [price, setPrice] = useState('');
  const [days, setDays] = useState('');
  const [note, setNote] = useState('');
  const [countering, setCountering] = useState(false);
  const [proposal, setProposal] = useState<Record<string, string>>(
    Object.fromEntries(request.changes.map((change) => [change.field, change.to])),
  );
  const currency = order.paid.currency;
  const priceDelta = read.money(price, currency, true);
  const daysDelta = read.number(days, DAYS_LATER);
  const wrong = priceDelta === null || daysDelta === null;
  const count = daysDelta ?? 0;
  const send = (decision: 'accept' | 'refuse' | 'counter') =>
    answer.mutate({
      n: request.n,
      decision,
      note: note.trim() || undefined,
      priceDelta: priceDelta?.amount && decision !== 'refuse' ? priceDelta : undefined,
      daysDelta: count !== 0 && decision !== 'refuse' ? count : undefined,
      changes:
        decision === 'counter'
          ? request.changes.map((change) => ({
              field: change.field as 'description',
              to: (proposal[change.field] ?? change.to).trim(),
            }))
          : undefined,
    });
  return (
    <div className="mt-5 border-t border-hair pt-4">
      {countering && (
        <div className="mb-4 grid gap-3">
          {request.changes.map((change) => (
            <TextField
              key={change.field}
              label={field(change.field)}
              value={proposal[change.field] ?? ''}
              onChange={(text) => setProposal({ ...proposal, [change.field]: text })}
            />
          ))}
        </div>
      )}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <MoneyField
          label={t('change.priceField')}
          currency={currency}
          signed
          emptyWords={t('change.samePrice')}
          value={price}
          onChange={setPrice}
        />
        <NumberField label={t('change.daysField')} kind={DAYS_LATER} value={days} onChange={setDays} />
      </div>
      <p className="smaller mt-2 text-ink2" aria-live="polite">
        {order.total &&
          !wrong &&
          `${t('change.newTotal', { amount: money({ amount: order.total.amount + (priceDelta?.amount ?? 0), currency }) })}. `}
        {order.promisedDate && !wrong
          ? count === 0
            ? t('change.sameDate')
            : t('change.newDate', {
                date: formatDate(locale, new Date(Date.parse(order.promisedDate) + count * DAY_MS)),
              })
          : ''}
      </p>
      <div className="mt-3">
        <TextArea label={t('change.noteField')} value={note} onChange={setNote} rows={2} />
      </div>
      <Refusal of={answer.error} className="mt-3" />
      <div className="mt-4 flex flex-wrap gap-3">
        {countering ? (
          <Button variant="primary" busy={answer.isPending} isDisabled={wrong} onPress={() => send('counter')}>
            {t('change.sendCounter')}
          </Button>
        ) : (
          <>
            <Button variant="primary" busy={answer.isPending} isDisabled={wrong} onPress={() => send('accept')}>
              {t('change.accept')}
            </Button>
            <Button onPress={() => setCountering(true)}>{t('change.counter')}</Button>
          </>
        )}
        <Button variant="quiet" isDisabled={answer.isPending} onPress={() => send('refuse')}>
          {t('change.refuse')}
        </Button>
      </div>
    </div>
  );
}
