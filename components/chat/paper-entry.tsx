'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Needle } from '@/components/ui/needle';
import { useOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import type { OrderPaper } from '@/lib/orders/schemas';
import { EditRequest, RequestChange } from '../orders/change-sheets';
import { ChangeRequestCard } from '../orders/change-request-card';
import { QuoteCard } from '../orders/quote-card';
import { ApprovalSlip } from './approval-slip';
import type { Shown } from './build-thread';
import { MessageState } from './message-state';

/** Where a paper lies in the thread, for the lines that speak of it. */
export const paperId = ({ orderId, system }: Pick<Shown, 'orderId' | 'system'>): string | undefined =>
  orderId && system?.paper && `paper-${orderId}-${system.paper.kind}-${system.paper.n}`;

interface Props {
  message: Shown & { orderId: string };
  paper: OrderPaper;
  /** The order as the page was rendered with it. */
  initial?: OrderDto;
  found: boolean;
  label: string;
}

/** A quote, a change request or a bon à couper where it was laid on the table. The order is the truth: an answer given anywhere shows here. */
export function PaperEntry({ message, paper, initial, found, label }: Props) {
  const { data: order, isError } = useOrder(message.orderId, initial);
  return (
    <div
      role="group"
      id={`message-${message.seq}`}
      className="message"
      data-own={message.own || undefined}
      data-opens=""
      data-found={found || undefined}
      aria-label={label}
    >
      <div id={paperId(message)} className="message-card" tabIndex={-1} data-ring-inside="">
        {order ? <Paper order={order} paper={paper} /> : <Coming failed={isError} />}
      </div>
      <MessageState message={message} />
    </div>
  );
}

function Coming({ failed }: { failed: boolean }) {
  const t = useTranslations('chat.paper');
  return (
    <p className="paper-coming">
      <Needle width={46} busy={!failed} />
      {t(failed ? 'failed' : 'loading')}
    </p>
  );
}

function Paper({ order, paper }: { order: OrderDto; paper: OrderPaper }) {
  const [asking, setAsking] = useState<'edit' | 'requestChange' | null>(null);
  const stop = () => setAsking(null);
  if (paper.kind === 'approval') {
    const approval = order.cuttingApprovals.find(({ n }) => n === paper.n);
    return approval && <ApprovalSlip order={order} approval={approval} />;
  }
  if (paper.kind === 'change') {
    const request = order.changeRequests.find(({ n }) => n === paper.n);
    return request && <ChangeRequestCard order={order} request={request} />;
  }
  const quote = order.quotes.find(({ n }) => n === paper.n);
  const way = (['edit', 'requestChange'] as const).find((action) => order.allowed.includes(action));
  return (
    quote && (
      <>
        <QuoteCard order={order} quote={quote} onAskChange={way && (() => setAsking(way))} />
        {asking === 'edit' && <EditRequest order={order} onClose={stop} />}
        {asking === 'requestChange' && <RequestChange order={order} onClose={stop} />}
      </>
    )
  );
}
