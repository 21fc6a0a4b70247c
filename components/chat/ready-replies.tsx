'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, useId, useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { fieldsOf, fillReply, missingFields, readParts } from '@/lib/ready-replies';
import { type ReplyFacts, useReadyReplies, useReplyFields } from './use-ready-replies';

interface Props {
  facts: ReplyFacts;
  /** The place of the one that is open at first. */
  initial: number | undefined;
  onClose: () => void;
  /** The words that were made, for the message. */
  onPut: (words: string) => void;
}

/** The sentences one writes often: one is opened, its fields are filled, and it goes into the message. */
export function ReadyReplies({ facts, initial, onClose, onPut }: Props) {
  const t = useTranslations('chat.ready');
  const common = useTranslations('common');
  const replies = useReadyReplies();
  const { valueOf, offersOf } = useReplyFields(facts);
  const id = useId();
  const sentence = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(initial);
  const open = place === undefined ? undefined : replies[place];
  /** What was typed over what is known, by the name of the field. */
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [current, setCurrent] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);

  const fields = fieldsOf(open?.text ?? '');
  const values = new Map(fields.map((field) => [field, typed.get(field) ?? valueOf(field)]));
  const missing = missingFields(open?.text ?? '', values);
  const fill = (field: string, value: string) => setTyped(new Map(typed).set(field, value));
  const focusOn = (field: string | undefined) =>
    [...(sentence.current?.querySelectorAll('input') ?? [])].find((one) => one.name === field)?.focus();
  const asked = current !== null && fields.includes(current) ? current : missing[0];
  const offers = asked === undefined ? [] : offersOf(asked);

  const choose = (at: number) => {
    setPlace(at === place ? undefined : at);
    setCurrent(null);
    setRefused(false);
  };
  const put = () => {
    if (!open) return;
    if (missing.length > 0) {
      setRefused(true);
      focusOn(missing[0]);
      return;
    }
    onPut(fillReply(open.text, values));
    onClose();
  };
  return (
    <Sheet
      open
      onOpenChange={(stays) => !stays && onClose()}
      title={t('title')}
      closeLabel={common('close')}
      foot={
        open && (
          <Button variant="primary" wide onPress={put}>
            {t('put')}
          </Button>
        )
      }
    >
      <p className="mb-4">
        <TextLink href={paths.atelier.readyReplies}>{t('editList')}</TextLink>
      </p>
      {replies.length === 0 && <p className="text-ink2">{t('none')}</p>}
      <ul className="ready-replies">
        {replies.map((reply, index) => {
          const isOpen = index === place;
          const names = fieldsOf(reply.text);
          return (
            <li key={index} data-open={isOpen || undefined}>
              <button
                type="button"
                className="ready-reply"
                aria-expanded={isOpen}
                aria-controls={isOpen ? `${id}-box` : undefined}
                onClick={() => choose(index)}
              >
                <span className="min-w-0 flex-1">
                  <span className="strong block break-words">{reply.title}</span>
                  {!isOpen && (
                    <span className="small block text-ink2">
                      {names.length > 0 ? t('fields', { count: names.length, names: names.join(', ') }) : reply.text}
                    </span>
                  )}
                </span>
                {!isOpen && <Icon of={ChevronRight} size={20} />}
              </button>
              {isOpen && (
                <div id={`${id}-box`} ref={sentence}>
                  <p className="reply-sentence">
                    {readParts(reply.text).map((part, at) =>
                      'words' in part ? (
                        <Fragment key={at}>{part.words}</Fragment>
                      ) : (
                        <input
                          key={at}
                          name={part.field}
                          className="reply-field"
                          aria-label={part.field}
                          aria-invalid={(refused && missing.includes(part.field)) || undefined}
                          aria-describedby={refused ? `${id}-missing` : undefined}
                          placeholder={part.field}
                          size={Math.max(3, (values.get(part.field) || part.field).length)}
                          maxLength={300}
                          autoComplete="off"
                          value={values.get(part.field) ?? ''}
                          onFocus={() => setCurrent(part.field)}
                          onChange={(event) => fill(part.field, event.target.value)}
                        />
                      ),
                    )}
                  </p>
                  {asked !== undefined && offers.length > 0 && (
                    <div className="reply-offers" role="group" aria-label={`${t('offered')} : ${asked}`}>
                      {offers.map(({ label, words }) => (
                        <button
                          key={words}
                          type="button"
                          className="bati-box reply-offer figures"
                          aria-pressed={values.get(asked) === words}
                          onClick={() => {
                            fill(asked, words);
                            // The next hour is asked for without a hand on the keyboard.
                            setCurrent(missing.find((field) => field !== asked) ?? asked);
                          }}
                        >
                          {label}
                        </button>
                      ))}
                    </div>
                  )}
                  <Refusal
                    id={`${id}-missing`}
                    of={refused && missing.length > 0 ? t('missing', { names: missing.join(', ') }) : null}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
