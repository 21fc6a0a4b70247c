'use client';

import { ArrowUp, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type SubmitEvent, useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Avatar } from '@/components/ui/avatar';
import { useToast } from '@/components/ui/toast';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Plate } from '@/components/ui/plate';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { TextArea } from '@/components/ui/text-field';
import type { CouturierDto } from '@/lib/auth/schemas';
import { INTENTS_OF, isBlank, isImage, typeFor } from '@/lib/chat/rules';
import { type Intent, MAX_ATTACHMENTS } from '@/lib/chat/words';
import { MAX_CONTENT } from '@/lib/chat/words';
import { newKey } from '@/lib/http/new-key';
import { useStartConversation } from '@/lib/http/conversations';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { fileUrl } from '@/lib/files/rules';
import { CouturierChoice } from './couturier-choice';
import { useLive } from '../live/live-provider';
import { AddPictures } from './add-pictures';
import { UploadTray } from './upload-tray';
import { useFirstWordsDraft, withFiles } from './chat-draft';
import { StoppedFiles } from './stopped-files';
import { useUploads } from './use-uploads';
import { firstName } from '@/lib/i18n/format';

/** What the person came from: the conversation will be about it. */
export interface Attached {
  kind: 'order' | 'model';
  id: string;
  title: string;
  note: string;
  couturierId: string;
  picture?: string;
  hex?: string;
}

interface Props {
  couturiers: CouturierDto[];
  /** Conversations one has, by couturier. */
  known: Record<string, string>;
  attached?: Attached;
  /** Who was asked for by the address. */
  chosen?: string;
}

/** Choose a couturier, say what it is about, write the first words: one page, one button. */
export function NewConversation({ couturiers, known, attached: given, chosen: asked }: Props) {
  const t = useTranslations('chat.new');
  const intents = useTranslations('chat.intent');
  const tooMany = useTranslations('chat');
  const say = useToast();
  const locale = useLocale();
  const router = useRouter();
  const { client } = useLive();
  const start = useStartConversation();
  const open = (one: CouturierDto) => one.available || known[one.id] !== undefined;
  const wanted = couturiers.find((one) => one.id === asked);
  const [chosen, setChosen] = useState(wanted && open(wanted) ? wanted.id : '');
  const [attached, setAttached] = useState(given);
  const { value: draft, change, clear } = useFirstWordsDraft();
  const { text: words, intent } = draft;
  const setIntent = (next: Intent) => change((now) => ({ ...now, intent: next }));
  const setWords = (text: string) => change((now) => ({ ...now, text }));
  const [missing, setMissing] = useState<{ who?: true; words?: true }>({});
  const uploads = useUploads(draft.files, (next) => change((now) => withFiles(now, next(now.files))));
  const picker = useRef<HTMLInputElement>(null);
  const couturier = couturiers.find((one) => one.id === chosen);
  const tooLong = words.length > MAX_CONTENT;

  const takePictures = (files: FileList) => {
    const left = uploads.add(files);
    if (left > 0) say({ text: tooMany('tooManyFiles', { most: MAX_ATTACHMENTS, count: left }), error: true });
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const lacks = {
      ...(couturier ? {} : { who: true as const }),
      ...(isBlank(words) && uploads.sent.length === 0 ? { words: true as const } : {}),
    };
    setMissing(lacks);
    if (!couturier || lacks.words || tooLong || uploads.travelling || uploads.failed.length > 0) return;
    const about = attached && { [attached.kind === 'order' ? 'orderId' : 'modelId']: attached.id };
    start.mutate(
      { couturierId: couturier.id, ...about },
      {
        onSuccess: ({ id }) => {
          client.send({
            conversationId: id,
            input: {
              clientMessageId: newKey(),
              type: typeFor(uploads.sent),
              content: words.trim(),
              intent: intent === 'reference' && !uploads.sent.some(isImage) ? 'message' : intent,
              ...(uploads.sent.length > 0 ? { attachmentIds: uploads.sent.map((file) => file.id) } : {}),
              ...about,
            },
            attachments: uploads.sent,
            createdAt: new Date().toISOString(),
          });
          clear();
          router.push(paths.account.conversation(id));
        },
      },
    );
  };
  const houseChoice =
    couturiers.find((one) => one.id === attached?.couturierId && one.available) ??
    couturiers.find((one) => one.available);

  return (
    <div className="page new-conversation">
      <div>
        <h1 className="d2">{t.rich('title', { em: (chunks) => <em>{chunks}</em> })}</h1>
        <p className="small mt-5 max-w-[46ch] text-ink2">{t('lead')}</p>
        <CouturierChoice
          couturiers={couturiers}
          known={known}
          chosen={chosen}
          error={missing.who && !couturier ? t('chooseFirst') : undefined}
          onChoose={setChosen}
        />
        {houseChoice && (
          <p className="small mt-6 text-ink2">
            {t('noPreference')}{' '}
            <button type="button" className="link text-ink" onClick={() => setChosen(houseChoice.id)}>
              {t('houseChooses')}
            </button>
          </p>
        )}
      </div>
      <form method="post" className="new-conversation-panel" onSubmit={send} noValidate aria-label={t('firstWords')}>
        <div className="flex items-center justify-between gap-4">
          <h2 className="h1">{couturier ? t('writeTo', { name: firstName(couturier.name) }) : t('chooseFirst')}</h2>
          {couturier && (
            <Avatar name={couturier.name} size={40} availability={couturier.available ? 'full' : 'hollow'} />
          )}
        </div>
        {wanted && !open(wanted) && (
          <p role="status" className="small border-t-2 border-ocre bg-wash-ocre px-4 py-3">
            {t('cannot', { name: wanted.name })}
          </p>
        )}
        {attached && (
          <div className="flex items-center gap-4 border border-hair p-3">
            <Plate tint={attached.hex} className="h-21 w-19 flex-none">
              {attached.picture && <img src={fileUrl(attached.picture, 320)} alt="" />}
            </Plate>
            <div className="min-w-0 flex-1">
              <p className="caption">{t('attachedModel')}</p>
              <p className="h3">{attached.title}</p>
              <p className="small text-ink2">{attached.note}</p>
            </div>
            <IconButton label={t('detach', { title: attached.title })} onPress={() => setAttached(undefined)}>
              <Icon of={X} size={16} />
            </IconButton>
          </div>
        )}
        <RadioGroup label={t('about')} layout="row" value={intent} onChange={(value) => setIntent(value as Intent)}>
          {[...INTENTS_OF.client]
            .sort((one) => (one === 'request' ? -1 : 0))
            .map((one) => (
              <ChoiceChip key={one} value={one}>
                {intents(one)}
              </ChoiceChip>
            ))}
        </RadioGroup>
        <TextArea
          label={t('firstWords')}
          help={t('help')}
          error={
            tooLong
              ? t('tooLong', { over: words.length - MAX_CONTENT })
              : missing.words && words.trim() === '' && uploads.sent.length === 0
                ? t('wordsFirst')
                : undefined
          }
          rows={6}
          value={words}
          onChange={setWords}
          lang={locale}
        />
        <StoppedFiles uploads={uploads} words={false} onSendRest={uploads.dropFailed} />
        <div className="flex flex-wrap items-start gap-3">
          <UploadTray uploads={uploads.uploads} onRemove={uploads.remove} onRetry={uploads.retry} />
          <AddPictures inputRef={picker} onFiles={takePictures} />
        </div>
        <Refusal of={start.error} words={{ failed: t('failed'), offline: t('failed') }} />
        <div className="flex items-center justify-between gap-4">
          <p className="smaller text-ink2">{couturier && !couturier.available ? t('awayHelp') : ''}</p>
          <Button type="submit" variant="primary" size="large" busy={start.isPending} busyLabel={t('sending')}>
            {t('send')}
            <Icon of={ArrowUp} size={16} />
          </Button>
        </div>
      </form>
    </div>
  );
}
