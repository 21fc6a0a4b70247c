'use client';

import { useLocale, useTranslations } from 'next-intl';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import type { AppointmentDto } from '@/lib/appointments/dto';
import type { ConversationDto } from '@/lib/chat/schemas';
import type { ClientDto } from '@/lib/clients/dto';
import { endedEarly } from '@/lib/house/stages';
import { useOrder } from '@/lib/http/orders';
import { daysBetween, formatDate, formatMoney, typo } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { TransferConversation } from '../transfer/transfer-conversation';
import { OrderPlate } from '../orders/order-plate';
import { StageWord } from '../orders/phase';
import { StageBar } from '../orders/stage-bar';
import { GalleryStrip } from './gallery-strip';
import { useAppointmentWords } from './use-appointment-words';
import type { Reader } from './use-thread';

interface Props {
  conversation: ConversationDto;
  reader: Reader;
  order?: OrderDto;
  file?: ClientDto;
  next?: AppointmentDto;
  /** Whether the reader may hand the conversation over. */
  mayTransfer?: boolean;
}

/** Beside the thread: the order and its dates, the next appointment, what must not be forgotten, the pictures. */
export function ContextPanel({ conversation, reader, order, file, next, mayTransfer }: Props) {
  const t = useTranslations('chat.panel');
  const appointment = useAppointmentWords();
  const know = file && [file.allergies, file.posture, file.preferences].filter((words) => words !== undefined);
  const isClient = reader === 'client';
  return (
    <>
      {order ? (
        <OrderPart initial={order} />
      ) : (
        <div>
          <p className="h2">{isClient ? conversation.couturier.name : conversation.client.name}</p>
          <p className="small mt-1 text-ink2">{t('noOrder')}</p>
        </div>
      )}
      {next && (
        <section className="context-block">
          <h2 className="strong small">{t('next')}</h2>
          <p className="small mt-1">{appointment(next)}</p>
        </section>
      )}
      {know && know.length > 0 && (
        <section className="context-block">
          <h2 className="strong small">{t('know')}</h2>
          <p className="small mt-1 text-ink2">
            {[file.allergies && t('allergies', { words: file.allergies }), file.posture, file.preferences]
              .filter(Boolean)
              .map((words) => typo(`${words}`.replace(/\.?$/, '.')))
              .join(' ')}
          </p>
        </section>
      )}
      <GalleryStrip conversationId={conversation.id} />
      <div className="mt-6 flex flex-col gap-3">
        {order && (
          <LinkButton href={(isClient ? paths.account : paths.atelier).order(order.id)} wide>
            {t('openOrder')}
          </LinkButton>
        )}
        {!isClient && (
          <TextLink href={paths.atelier.client(conversation.clientId)} className="small self-start">
            {t('openFile')}
          </TextLink>
        )}
        {mayTransfer && <TransferConversation conversation={{ ...conversation, name: conversation.client.name }} />}
      </div>
    </>
  );
}

function OrderPart({ initial }: { initial: OrderDto }) {
  const t = useTranslations('chat.panel');
  const locale = useLocale();
  const { data: order = initial } = useOrder(initial.id, initial);
  const toEvent = order.eventDate && daysBetween(new Date(), order.eventDate);
  const facts = [
    [t('promised'), order.promisedDate && formatDate(locale, order.promisedDate)],
    [
      t('event'),
      order.eventDate &&
        (typeof toEvent === 'number' && toEvent > 0
          ? t('eventIn', { occasion: order.occasion ?? t('event'), days: toEvent })
          : formatDate(locale, order.eventDate)),
    ],
    [t('balance'), order.balance && order.balance.amount > 0 && formatMoney(locale, order.balance)],
  ] as const;
  return (
    <section aria-label={order.title}>
      <OrderPlate plate={order.plate} width={640} ratio="272 / 250" decorative />
      <h2 className="h2 mt-4">{typo(order.title)}</h2>
      <p className="mt-1 flex items-center justify-between gap-3">
        <span className="caption figures">{order.number}</span>
        <StageWord stage={order.stage} />
      </p>
      {!endedEarly(order.stage) && (
        <div className="mt-3">
          <StageBar stage={order.stage} kind={order.kind} size="compact" />
        </div>
      )}
      <dl className="context-rows context-block">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd suppressHydrationWarning>{typo(value)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
