'use client';

import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { MoneyField, useSumWords } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useRead } from '@/components/form/use-read';
import { useSure } from '@/components/form/use-sure';
import { HeldBack } from '@/components/promises/anyway-fields';
import { PromisePanel } from '@/components/promises/promise-panel';
import { useAnyway } from '@/components/promises/use-anyway';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/text-field';
import { addDays } from '@/lib/calendar';
import { useAnswerChange } from '@/lib/http/orders';
import { dayKey, formatDate } from '@/lib/i18n/format';
import { inUnits } from '@/lib/money';
import { DAYS_LATER } from '@/lib/number-kinds';
import type { ChangeRequestDto, OrderDto } from '@/lib/orders/answers';
import { TASKS_MOVED, type TasksMoved } from '@/lib/orders/words';
import { MoveTasksChoice } from './move-tasks-choice';
import { useOrderWords } from './use-order-words';

const answerDraft = v.object({
  price: v.string(),
  days: v.string(),
  note: v.string(),
  countering: v.boolean(),
  proposal: v.record(v.string(), v.string()),
  moveTasks: v.picklist(TASKS_MOVED),
});

/** The couturier's answer: effect on price and date, said at once in a new total and a new day. */
export function ChangeAnswerForm({ order, request }: { order: OrderDto; request: ChangeRequestDto }) {
  const { t, locale, field, money } = useOrderWords();
  const answer = useAnswerChange(order.id);
  const read = useRead();
  const {
    value: draft,
    change,
    clear,
    kept,
  } = useDraft(`answer:${order.id}:${request.n}`, answerDraft, {
    price: '',
    days: '',
    note: '',
    countering: false,
    proposal: Object.fromEntries(request.changes.map((one) => [one.field, one.to])),
    moveTasks: 'fromToday' as TasksMoved,
  });
  const { price, days, note, countering, proposal, moveTasks } = draft;
  const set = (part: Partial<typeof draft>) => change((before) => ({ ...before, ...part }));
  const currency = order.paid.currency;
  const priceDelta = read.money(price, currency, true);
  const daysDelta = read.number(days, DAYS_LATER);
  const sure = useSure();
  const usual = order.total && inUnits(order.total);
  const far = priceDelta ? sure.isOpen('price', inUnits(priceDelta), usual) : false;
  const wrong = priceDelta === null || daysDelta === null || far;
  const count = daysDelta ?? 0;
  const newDay = order.promisedDate && addDays(dayKey(order.promisedDate), count);
  const movesDay = order.promisedDate !== undefined && count !== 0;
  const promise = { orderId: order.id, day: movesDay && !wrong ? newDay : undefined };
  const anyway = useAnyway(promise);
  const sumWords = useSumWords(currency);
  const blocked = {
    isDisabled: wrong || anyway.heldBack,
    'aria-describedby': anyway.heldBack ? `held-back-${request.n}` : undefined,
  };
  const farAsked = (units: number) =>
    t('change.far', { sum: sumWords(units), total: order.total ? money(order.total) : '' });
  const send = (decision: 'accept' | 'refuse' | 'counter') =>
    // The form is gone as soon as the answer is there: what was typed is cleared all the same.
    void answer
      .mutateAsync({
        n: request.n,
        decision,
        note: note.trim() || undefined,
        priceDelta: priceDelta?.amount && decision !== 'refuse' ? priceDelta : undefined,
        daysDelta: count !== 0 && decision !== 'refuse' ? count : undefined,
        anywayReason: movesDay && decision !== 'refuse' ? anyway.sent : undefined,
        moveTasks: movesDay && decision !== 'refuse' ? moveTasks : undefined,
        changes:
          decision === 'counter'
            ? request.changes.map((one) => ({
                field: one.field as 'description',
                to: (proposal[one.field] ?? one.to).trim(),
              }))
            : undefined,
      })
      .then(clear, () => undefined);
  return (
    <div className="mt-5 border-t border-hair pt-4">
      {countering && (
        <div className="mb-4 grid gap-3">
          {request.changes.map((one) => (
            <TextField
              key={one.field}
              label={field(one.field)}
              value={proposal[one.field] ?? ''}
              onChange={(text) => set({ proposal: { ...proposal, [one.field]: text } })}
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
          doubt={sure.doubt('price', usual, farAsked)}
          value={price}
          onChange={(next) => set({ price: next })}
        />
        <NumberField
          label={t('change.daysField')}
          kind={DAYS_LATER}
          value={days}
          onChange={(next) => set({ days: next })}
        />
      </div>
      <p className="smaller mt-2 text-ink2" aria-live="polite">
        {order.total &&
          !wrong &&
          `${t('change.newTotal', { amount: money({ amount: order.total.amount + (priceDelta?.amount ?? 0), currency }) })}. `}
        {order.promisedDate && !wrong
          ? count === 0
            ? t('change.sameDate')
            : t('change.newDate', {
                date: formatDate(locale, newDay ?? order.promisedDate),
              })
          : ''}
      </p>
      {movesDay && !wrong && (
        <div className="mt-3">
          <PromisePanel query={promise} anyway={anyway} />
        </div>
      )}
      {movesDay && !wrong && (
        <div className="mt-3">
          <MoveTasksChoice value={moveTasks} onChange={(which) => set({ moveTasks: which })} />
        </div>
      )}
      <div className="mt-3">
        <TextArea label={t('change.noteField')} value={note} onChange={(next) => set({ note: next })} rows={2} />
      </div>
      <Refusal of={answer.error} className="mt-3" />
      <div className="mt-4">
        <HeldBack id={`held-back-${request.n}`} anyway={anyway} />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        {countering ? (
          <Button variant="primary" busy={answer.isPending} {...blocked} onPress={() => send('counter')}>
            {t('change.sendCounter')}
          </Button>
        ) : (
          <>
            <Button variant="primary" busy={answer.isPending} {...blocked} onPress={() => send('accept')}>
              {t('change.accept')}
            </Button>
            <Button onPress={() => set({ countering: true })}>{t('change.counter')}</Button>
          </>
        )}
        <Button variant="quiet" isDisabled={answer.isPending} onPress={() => send('refuse')}>
          {t('change.refuse')}
        </Button>
        <KeptMark kept={kept} onAbandon={clear} />
      </div>
    </div>
  );
}
