'use client';

import { Check, Clock, Reply } from 'lucide-react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { Diff } from '@/components/ui/timeline';
import { useConfirmChange, useWithdrawChange } from '@/lib/http/orders';
import { formatShortDate } from '@/lib/i18n/format';
import type { ChangeDto, ChangeRequestDto, OrderDto } from '@/lib/orders/answers';
import { ChangeAnswerForm } from './change-answer-form';
import { useOrderWords } from './use-order-words';

/** What should change, the answer, and who speaks next. A settled request says what became of it. */
export function ChangeRequestCard({ order, request }: { order: OrderDto; request: ChangeRequestDto }) {
  const { t, locale, effect, money } = useOrderWords();
  const confirm = useConfirmChange(order.id);
  const withdraw = useWithdrawChange(order.id);
  const may = (action: string) => order.allowed.includes(action);
  const pending = request.status === 'open' || request.status === 'answered';
  const { answer } = request;
  const error = confirm.error ?? withdraw.error;
  return (
    <article
      className={`max-w-[560px] border border-hair bg-sheet p-5 sm:p-6 ${asksReader(order, request) ? 'border-t-2 border-t-garance' : ''}`}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="h2">{t('change.numbered', { n: request.n })}</h3>
        <ChangeTag order={order} request={request} />
      </header>
      <p className="caption mt-1">
        {t('change.askedBy', { name: request.createdBy.name, date: formatShortDate(locale, request.createdAt) })}
      </p>
      <Changes changes={request.changes} />
      {request.note && <p className="small mt-3 whitespace-pre-line">{t('quoted', { text: request.note })}</p>}
      {answer && (
        <div className="mt-4 border-t border-hair pt-3">
          <p className="small font-[560]">{t('change.proposal', { name: answer.by.name })}</p>
          {answer.changes && <Changes changes={answer.changes} />}
          {(answer.priceDelta || answer.daysDelta) && (
            <p className="small">{effect(answer.priceDelta, answer.daysDelta)}</p>
          )}
          {answer.note && <p className="small mt-1 whitespace-pre-line">{t('quoted', { text: answer.note })}</p>}
        </div>
      )}
      {request.status === 'answered' && (may('confirmChange') || may('withdrawChange')) && (
        <div className="mt-5 flex flex-wrap gap-3">
          {may('confirmChange') && (
            <Button variant="sign" busy={confirm.isPending} onPress={() => confirm.mutate({ n: request.n })}>
              {!order.clientHasAccount
                ? t('change.confirmOnBehalf', { name: order.clientName })
                : answer?.priceDelta
                  ? t('change.confirmPrice', { amount: money(answer.priceDelta, true) })
                  : t('change.confirm')}
            </Button>
          )}
          {may('withdrawChange') && (
            <Button variant="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ n: request.n })}>
              {t('change.withdraw')}
            </Button>
          )}
        </div>
      )}
      {request.status === 'open' && may('withdrawChange') && (
        <Button
          variant="quiet"
          size="small"
          className="mt-4 -ml-3.5"
          busy={withdraw.isPending}
          onPress={() => withdraw.mutate({ n: request.n })}
        >
          {t('change.withdrawOpen')}
        </Button>
      )}
      {pending && may('answerChange') && <ChangeAnswerForm order={order} request={request} />}
      <Refusal of={error} className="mt-3" />
    </article>
  );
}

const asksReader = (order: OrderDto, request: ChangeRequestDto): boolean =>
  (request.status === 'answered' && order.allowed.includes('confirmChange')) ||
  (request.status === 'open' && order.allowed.includes('answerChange'));

/** Field by field: old struck, new beside it. */
export function Changes({ changes }: { changes: readonly ChangeDto[] }) {
  const { field, value } = useOrderWords();
  return (
    <ul className="small mt-3">
      {changes.map((change) => (
        <li key={change.field} className="border-t border-hair py-2">
          <Diff label={field(change.field)} from={value(change, 'from')} to={value(change, 'to')} />
        </li>
      ))}
    </ul>
  );
}

function ChangeTag({ order, request }: { order: OrderDto; request: ChangeRequestDto }) {
  const { t, locale } = useOrderWords();
  const date = formatShortDate(locale, request.settledAt ?? request.createdAt);
  if (request.status === 'open' || request.status === 'answered')
    return asksReader(order, request) ? (
      <Tag tone="garance" icon={Reply}>
        {t('state.toAnswer')}
      </Tag>
    ) : (
      <Tag tone="ocre" icon={Clock}>
        {t('state.waitsFor', { name: request.status === 'open' ? order.couturierName : order.clientName })}
      </Tag>
    );
  if (request.status === 'applied')
    return (
      <Tag tone="sarcelle" icon={Check}>
        {t('change.status.applied', { date })}
      </Tag>
    );
  return <Tag>{t(`change.status.${request.status}`, { date })}</Tag>;
}
