'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { useFirstReplies } from '@/components/chat/use-ready-replies';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { MeDto } from '@/lib/auth/schemas';
import { useEditMe } from '@/lib/http/me';
import { fieldsOf, MAX_READY_REPLIES, type ReadyReply } from '@/lib/ready-replies';
import { SaveLine } from '../form/save-line';
import { useSettingsForm } from '../form/use-settings-form';
import { SettingsSection } from './settings-section';

/** The sentences a couturier writes often, in the order of the list. */
export function ReadyRepliesSection({ me }: { me: MeDto }) {
  const t = useTranslations('settings');
  const edit = useEditMe();
  const first = useFirstReplies();
  const isFirst = (list: ReadyReply[]) => JSON.stringify(list) === JSON.stringify(first);
  const form = useSettingsForm({
    key: 'readyReplies',
    saved: { replies: me.readyReplies ?? first },
    // Those the house begins with are not copied: they follow the language.
    save: ({ replies }) =>
      edit.mutateAsync({
        readyReplies: isFirst(replies) ? null : replies,
        version: me.version,
      }),
  });
  const { replies } = form.draft;
  const change = (next: ReadyReply[]) => form.set('replies', next);
  const put = (index: number, reply: ReadyReply) => change(replies.map((one, at) => (at === index ? reply : one)));
  const swap = (index: number) =>
    change(replies.map((one, at) => replies[at === index ? index + 1 : at === index + 1 ? index : at] ?? one));
  const errorOf = (index: number, field: keyof ReadyReply) => form.errors[`readyReplies.${index}.${field}`];
  return (
    <SettingsSection id="ready-replies" title={t('ready')} help={t('readyHelp')}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        {replies.length === 0 && <p className="small text-ink3">{t('readyNone')}</p>}
        <ul className="border-t border-ink empty:hidden">
          {replies.map((reply, index) => (
            <li key={index} className="border-b border-hair py-5">
              <div className="flex items-start gap-2">
                <div className="flex min-w-0 flex-1 flex-col gap-4">
                  <TextField
                    id={`ready-${index}-title`}
                    label={t('readyTitle')}
                    maxLength={60}
                    value={reply.title}
                    onChange={(title) => put(index, { ...reply, title })}
                    error={errorOf(index, 'title')}
                  />
                  <TextArea
                    id={`ready-${index}-text`}
                    label={t('readyText')}
                    rows={3}
                    maxLength={1_000}
                    value={reply.text}
                    onChange={(text) => put(index, { ...reply, text })}
                    error={errorOf(index, 'text')}
                  />
                  {fieldsOf(reply.text).length > 0 && (
                    <p className="small -mt-2 text-ink2">
                      {t('readyFields')}{' '}
                      {fieldsOf(reply.text).map((field, at) => (
                        <Fragment key={field}>
                          {at > 0 && ', '}
                          <span className="ready-field">{field}</span>
                        </Fragment>
                      ))}
                    </p>
                  )}
                </div>
                <div className="flex flex-col">
                  <IconButton
                    size="small"
                    label={t('readyRemove', { title: reply.title })}
                    onPress={() => change(replies.filter((_, at) => at !== index))}
                  >
                    <Icon of={X} size={16} />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={t('readyUp', { title: reply.title })}
                    isDisabled={index === 0}
                    onPress={() => swap(index - 1)}
                  >
                    <Icon of={ArrowUp} size={16} />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={t('readyDown', { title: reply.title })}
                    isDisabled={index === replies.length - 1}
                    onPress={() => swap(index)}
                  >
                    <Icon of={ArrowDown} size={16} />
                  </IconButton>
                </div>
              </div>
            </li>
          ))}
        </ul>
        <div className="mt-4 flex flex-wrap gap-3">
          <Button
            size="small"
            variant="outline"
            isDisabled={replies.length >= MAX_READY_REPLIES}
            onPress={() => change([...replies, { title: '', text: '' }])}
          >
            <Icon of={Plus} size={16} />
            {t('readyAdd')}
          </Button>
          {!isFirst(replies) && (
            <Button size="small" variant="quiet" onPress={() => change(first)}>
              {t('readyFirst')}
            </Button>
          )}
        </div>
        {form.dirty && <SaveLine busy={form.busy} onCancel={form.cancel} />}
      </form>
    </SettingsSection>
  );
}
