'use client';

import { ArrowLeft, ChevronRight, Ellipsis, Images, Info, Pin, PinOff, Scissors, Search, User } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { AppointmentDto } from '@/lib/appointments/dto';
import type { Remark } from '@/lib/chat/rules';
import type { ConversationDto, MessagePageDto } from '@/lib/chat/schemas';
import type { Intent } from '@/lib/chat/words';
import type { ClientDto } from '@/lib/clients/dto';
import { usePinConversation } from '@/lib/http/conversations';
import { firstName, formatTime } from '@/lib/i18n/format';
import { Link, useRouter } from '@/lib/i18n/routing';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { later } from '../ui/later';
import type { Said } from '../sketch/sketch-remarks';
import { fileUrl } from '@/lib/files/rules';
import type { Shown } from './build-thread';
import { AwayLine, isAway } from './away-line';
import { Composer, drawnMessage } from './composer';
import { ContextPanel } from './context-panel';
import { OrderLine } from './conversation-row';
import { useLive, useOnlinePeople, useTyping } from '../live/live-provider';
import { LineCut } from './line-notice';
import { SearchPanel } from './search-panel';
import { Thread } from './thread';
import { useAppointmentWords } from './use-appointment-words';
import type { ReplyFacts } from './use-ready-replies';
import { type Reader, useThread } from './use-thread';
import type { FileRefDto } from '@/lib/files/schemas';

const SketchPad = later(() => import('../sketch/sketch-pad').then((one) => one.SketchPad));
const Gallery = later(() => import('./gallery').then((one) => one.Gallery));
const MarkPad = later(() => import('../sketch/mark-pad').then((one) => one.MarkPad));

interface Props {
  conversation: ConversationDto;
  messages: MessagePageDto;
  reader: Reader;
  /** What the conversation is about, the client's file (for couturiers), the next appointment. */
  order?: OrderDto;
  /** The orders whose papers lie in the first page of the thread. */
  papers: OrderDto[];
  file?: ClientDto;
  next?: AppointmentDto;
  /** The couturier's opening and free hours, for ready replies. */
  hours?: Pick<ReplyFacts, 'openings' | 'free'>;
  /** Whether the reader runs the house. */
  isOwner?: boolean;
}

/** What is drawn on: nothing yet, or a picture with what was said of it; `joined` takes it off the message being written. */
interface Drawing {
  file?: FileRefDto;
  said?: Said;
  sentAt?: string;
  joined?: () => void;
}

/** One conversation: who it is, the thread, where one writes, and beside it what one needs to know. */
export function ConversationScreen({
  conversation: initial,
  messages,
  reader,
  order,
  papers,
  file,
  next,
  hours,
  isOwner,
}: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const router = useRouter();
  const say = useToast();
  const thread = useThread(initial, messages, reader);
  const { conversation, them } = thread;
  const { client } = useLive();
  const online = useOnlinePeople().has(them);
  const writing = useTyping().has(conversation.id);
  const [panel, setPanel] = useState<'search' | 'gallery' | 'context' | null>(null);
  const [reply, setReply] = useState<Shown | null>(null);
  const [target, setTarget] = useState<{ seq: number; at: number } | null>(null);
  const [sketch, setSketch] = useState<Drawing | null>(null);
  // Words that were refused go back where one writes.
  const [taken, setTaken] = useState<Shown | null>(null);
  const takeUp = (message: Shown) => {
    const { waiting } = message;
    if (waiting) client.outbox.remove(waiting.conversationId, waiting.input.clientMessageId);
    setTaken(message);
  };
  const pin = usePinConversation(conversation.id);
  const isClient = reader === 'client';
  const name = isClient ? conversation.couturier.name : conversation.client.name;
  const other = firstName(name);
  const space = isClient ? paths.account : paths.atelier;
  const state = writing
    ? t('writingShort')
    : online
      ? t('onlineNow')
      : isClient
        ? t(isAway(conversation.couturier) ? 'away' : 'available')
        : t(conversation.clientAccountId ? 'notOnline' : 'noAccount');
  const show = (seq: number) => {
    setTarget({ seq, at: Date.now() });
    setPanel(null);
  };
  const openSketch = (picture?: FileRefDto) => {
    const message = picture && thread.messages.find((one) => one.attachments.some(({ id }) => id === picture.id));
    const said = message?.senderId === them && message.content !== '' ? message : undefined;
    setSketch({
      file: picture,
      sentAt: message?.createdAt,
      said: said && {
        words: said.content,
        by: `${name}, ${formatTime(locale, said.createdAt)}`,
        messageId: said.id,
      },
    });
  };
  const sendDrawn = (intent: Intent) => (file: FileRefDto, remarks: Remark[]) => {
    client.send({
      conversationId: conversation.id,
      ...drawnMessage(intent, file, remarks),
      createdAt: new Date().toISOString(),
    });
    sketch?.joined?.();
    setSketch(null);
  };
  const appointment = useAppointmentWords();
  const plate = order?.plate?.image;
  const croquis = plate && order && { src: fileUrl(plate.id, 1280), name: order.title };
  const subject = isClient
    ? undefined
    : { clientId: conversation.clientId, couturierId: conversation.couturierId, orderId: conversation.order?.id };
  const keep = () => pin.mutate(!conversation.pinned, { onError: () => say({ text: t('pinFailed'), error: true }) });
  const keepWords = t(conversation.pinned ? 'unpin' : 'pin');
  const keepIcon = conversation.pinned ? PinOff : Pin;
  const more: MenuEntry[] = [
    { id: 'search', label: t('search'), icon: Search, onAction: () => setPanel('search') },
    { id: 'context', label: t('context'), icon: Info, onAction: () => setPanel('context') },
    ...(isClient ? [] : [{ id: 'pin', label: keepWords, icon: keepIcon, onAction: keep }]),
    ...(conversation.order
      ? [
          {
            id: 'order',
            label: t('panel.openOrder'),
            icon: Scissors,
            href: (isClient ? paths.account : paths.atelier).order(conversation.order.id),
          },
        ]
      : []),
    ...(isClient
      ? []
      : [{ id: 'file', label: t('panel.openFile'), icon: User, href: paths.atelier.client(conversation.clientId) }]),
  ];
  const leave = useEffectEvent(() => {
    say({ text: t('noLongerYours') });
    router.replace(space.messages);
  });
  useEffect(() => {
    if (thread.gone) leave();
  }, [thread.gone]);
  const context = <ContextPanel {...{ conversation, reader, order, file, next }} mayTransfer={isOwner} />;

  return (
    <>
      <section className="conversation" aria-label={t('threadWith', { name })}>
        <header className="conversation-head">
          <Link href={space.messages} className="icon-button conversation-back" aria-label={t('backToList')}>
            <Icon of={ArrowLeft} />
          </Link>
          <Avatar name={name} size={42} availability={online ? 'full' : undefined} />
          <div className="min-w-0 flex-1">
            <h1 className="strong truncate text-base leading-6">{name}</h1>
            <p className="small truncate leading-5 text-ink2" aria-live="polite">
              {state}
            </p>
          </div>
          <IconButton label={t('search')} className="max-md:hidden" onPress={() => setPanel('search')}>
            <Icon of={Search} />
          </IconButton>
          <IconButton label={t('gallery')} onPress={() => setPanel('gallery')}>
            <Icon of={Images} />
          </IconButton>
          <IconButton label={t('context')} className="conversation-context-button" onPress={() => setPanel('context')}>
            <Icon of={Info} />
          </IconButton>
          {!isClient && (
            <IconButton label={keepWords} className="max-md:hidden" onPress={keep}>
              <Icon of={keepIcon} />
            </IconButton>
          )}
          <Menu
            label={t('more')}
            trigger={
              <IconButton label={t('more')}>
                <Icon of={Ellipsis} />
              </IconButton>
            }
            items={more}
          />
        </header>
        <LineCut />
        {isClient && conversation.order && (
          <Link href={paths.account.order(conversation.order.id)} className="conversation-strip">
            <span className="min-w-0 truncate">
              <OrderLine order={conversation.order} />
              {next && <span className="ml-2 text-ink2">{appointment(next)}</span>}
            </span>
            <Icon of={ChevronRight} size={16} className="ml-auto" />
          </Link>
        )}
        <Thread
          thread={thread}
          other={other}
          writing={writing}
          target={target}
          papers={papers}
          subject={subject}
          orderHref={isClient ? paths.account.order : paths.atelier.order}
          onReply={(message) => setReply({ ...message })}
          onEdit={takeUp}
          onSketch={openSketch}
        />
        {isClient && <AwayLine couturier={conversation.couturier} />}
        <Composer
          taken={taken}
          conversationId={conversation.id}
          reader={reader}
          other={other}
          reply={reply}
          facts={isClient || !hours ? undefined : { name, order, ...hours }}
          onSketch={isClient ? undefined : () => openSketch()}
          onMark={isClient ? (file, joined) => setSketch({ file, joined }) : undefined}
        />
      </section>
      <aside className="conversation-context" aria-label={t('context')}>
        {context}
      </aside>
      <Sheet
        open={panel !== null}
        onOpenChange={(open) => !open && setPanel(null)}
        title={panel ? t(panel) : ''}
        closeLabel={t('closePanel')}
      >
        {panel === 'search' && (
          <SearchPanel conversationId={conversation.id} isOwn={thread.isOwn} other={other} onFound={show} />
        )}
        {panel === 'gallery' && <Gallery conversationId={conversation.id} onShow={show} />}
        {panel === 'context' && context}
      </Sheet>
      {sketch && subject && (
        <SketchPad
          recipient={other}
          photo={sketch.file}
          said={sketch.said}
          subject={subject}
          ground={croquis}
          onClose={() => setSketch(null)}
          onSend={sendDrawn('sketch')}
        />
      )}
      {isClient && sketch?.file && (
        <MarkPad
          recipient={other}
          photo={sketch.file}
          sentAt={sketch.sentAt}
          onClose={() => setSketch(null)}
          onSend={sendDrawn('message')}
        />
      )}
    </>
  );
}
