'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Dialog } from '@/components/ui/dialog';
import type { Option } from '@/components/ui/options';
import { Radio, RadioGroup } from '@/components/ui/radio';
import { useToast } from '@/components/ui/toast';
import type { ClientDto } from '@/lib/clients/dto';
import { JOINED_FIELDS, SINGLE_FIELDS } from '@/lib/clients/fields';
import type { MergeClientInput } from '@/lib/clients/schemas';
import { useChoices } from '@/lib/http/choices';
import { useMergeClients, useMergePreview } from '@/lib/http/clients';
import { formatWholeDay } from '@/lib/i18n/format';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { printBirthday } from './birthday';

interface Props {
  client: ClientDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

type Field = MergeClientInput['take'][number];
const COUNTED = ['orders', 'measurements', 'appointments', 'tasks', 'conversations', 'favourites'] as const;

/** Merges this file into another one: which, what follows, whose words win, then done for good. */
export function MergeDialog({ client, open, onOpenChange }: Props) {
  const t = useTranslations('clients');
  const m = useTranslations('clients.merge');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const say = useToast();
  const refusal = useRefusal();
  const [q, setQ] = useState('');
  const [into, setInto] = useState<Option | null>(null);
  const [take, setTake] = useState<Field[]>([]);
  const [text, setText] = useState('');
  // What was chosen stands in the field with its address: those words are not searched for.
  const found = useChoices<ClientDto>('clients', { q: useDeferredValue(q === into?.label ? '' : q.trim()) });
  const { data: preview } = useMergePreview(client.id, into?.id ?? null);
  const merge = useMergeClients(client.id);

  const textOf = (file: ClientDto, field: Field): string | undefined => {
    if (field === 'event') return file.event && `${file.event.label}, ${formatWholeDay(locale, file.event.date)}`;
    if (field === 'birthday') return file.birthday && printBirthday(locale, file.birthday);
    return file[field];
  };
  const differing = preview
    ? SINGLE_FIELDS.filter((field) => {
        const [from, into] = [textOf(preview.from, field), textOf(preview.into, field)];
        return from !== undefined && into !== undefined && from !== into;
      })
    : [];
  const joined = preview ? JOINED_FIELDS.filter((field) => preview.from[field] && preview.into[field]) : [];
  const counted = preview ? COUNTED.filter((name) => preview.follows[name] > 0) : [];
  const choose = (field: Field, from: boolean) =>
    setTake((before) => (from ? [...before, field] : before.filter((one) => one !== field)));
  const others = found
    .filter((one) => one.id !== client.id && one.id !== into?.id)
    .map((one): Option => ({ id: one.id, label: [one.name, one.email ?? one.phone].filter(Boolean).join(', ') }));
  const options = into ? [into, ...others] : others;
  const confirm = () => {
    if (!into) return setText(m('chooseFirst'));
    merge.mutate(
      { intoId: into.id, take },
      {
        onSuccess: (merged) => {
          say({ text: m('done', { name: merged.name }) });
          onOpenChange(false);
          router.push(paths.atelier.client(merged.id));
        },
        onError: (error) => setText(refusal(error).text),
      },
    );
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={m('title', { name: client.name })}
      actions={
        <>
          <Button variant="quiet" onPress={() => onOpenChange(false)}>
            {common('cancel')}
          </Button>
          <Button variant="grave" busy={merge.isPending} isDisabled={preview?.refusal !== undefined} onPress={confirm}>
            {m('confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <p className="small">{m('text')}</p>
        <ComboBox
          label={m('other')}
          help={m('otherHelp')}
          value={into?.id ?? null}
          onSearch={setQ}
          onChange={(id) => {
            setInto(options.find((one) => one.id === id) ?? null);
            setTake([]);
            setText('');
          }}
          options={options}
          openLabel={m('openList')}
          emptyLabel={t('count', { count: 0 })}
        />
        <Refusal of={text} head />
        <Refusal of={preview?.refusal && m(preview.refusal)} head />
        {preview && !preview.refusal && (
          <>
            <section>
              <h3 className="strong border-t border-ink pt-3 text-ink">{m('follows')}</h3>
              <ul className="small mt-2 flex flex-wrap gap-x-6 gap-y-1">
                {counted.map((name) => (
                  <li key={name}>{m(`counts.${name}`, { count: preview.follows[name] })}</li>
                ))}
                {counted.length === 0 && <li>{m('nothingFollows')}</li>}
                {preview.from.accountId && <li>{m('accountFollows')}</li>}
              </ul>
            </section>
            {differing.length > 0 && (
              <section>
                <h3 className="strong border-t border-ink pt-3 text-ink">{m('wins')}</h3>
                <p className="small mt-1">{m('winsHelp')}</p>
                {differing.map((field) => (
                  <div key={field} className="border-b border-hair py-3 text-ink">
                    <RadioGroup
                      label={t(`mergeFields.${field}`)}
                      value={take.includes(field) ? 'from' : 'into'}
                      onChange={(value) => choose(field, value === 'from')}
                    >
                      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
                        {(['into', 'from'] as const).map((side) => (
                          <Radio key={side} value={side}>
                            <span className="block break-words">{textOf(preview[side], field)}</span>
                            <span className="caption block text-ink2">{m(side === 'into' ? 'ofOther' : 'ofThis')}</span>
                          </Radio>
                        ))}
                      </div>
                    </RadioGroup>
                  </div>
                ))}
              </section>
            )}
            {joined.length > 0 && (
              <p className="small">
                {m('joined', { fields: joined.map((field) => t(`mergeFields.${field}`)).join(', ') })}
              </p>
            )}
            <p className="small text-ink">{m('forGood', { from: preview.from.name, into: preview.into.name })}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
