'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useEditOrder } from '@/lib/http/orders';
import { dayKey } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/schemas';
import { useProblemText } from '../problem-text';
import { useOrderWords } from '../use-order-words';
import { currentOf, OrderConflict } from './order-conflict';

const day = (iso: string | undefined) => (iso ? dayKey(iso) : '');
const read = (order: OrderDto) => ({
  title: order.title,
  occasion: order.occasion ?? '',
  eventDate: day(order.eventDate),
  promisedDate: day(order.promisedDate),
  description: order.description,
  couturierId: order.couturierId,
});
type Form = ReturnType<typeof read>;
const CLEARABLE = ['occasion', 'eventDate', 'promisedDate'];

interface Props {
  order: OrderDto;
  couturiers: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** Edits what the stage lets the atelier edit; only what was touched is sent, so two people rarely meet. */
export function EditDialog({ order, couturiers, onClose }: Props) {
  const { t, field } = useOrderWords();
  const common = useTranslations('common');
  const problem = useProblemText();
  const edit = useEditOrder(order.id);
  const [form, setForm] = useState<Form>(() => read(order));
  const [base] = useState<Form>(() => read(order));
  const touched = (Object.keys(form) as (keyof Form)[]).filter((key) => form[key] !== base[key]);
  const current = currentOf(edit.error);
  const may = (action: string) => order.allowed.includes(action);
  const send = (version: number) => {
    const changes = Object.fromEntries(
      touched.map((key) => [key, CLEARABLE.includes(key) && form[key] === '' ? null : form[key]]),
    );
    edit.mutate({ version, ...changes }, { onSuccess: onClose });
  };
  const set = (key: keyof Form) => (value: string) => setForm({ ...form, [key]: value });
  const input = (key: 'title' | 'occasion' | 'eventDate' | 'promisedDate', enabled: boolean, type = 'text') => (
    <TextField label={field(key)} type={type} value={form[key]} onChange={set(key)} isDisabled={!enabled} />
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={t('edit.title')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button
            variant="primary"
            busy={edit.isPending}
            isDisabled={touched.length === 0 || form.title.trim() === ''}
            onPress={() => send(order.version)}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      {!may('edit') && <p className="small mb-4 text-ocre">{t('edit.locked')}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        {input('title', may('edit'))}
        {input('occasion', may('edit'))}
        {input('eventDate', may('edit'), 'date')}
        {input('promisedDate', may('schedule'), 'date')}
        <div className="sm:col-span-2">
          <TextArea
            label={field('description')}
            rows={4}
            value={form.description}
            onChange={set('description')}
            isDisabled={!may('edit')}
          />
        </div>
        {may('transfer') && (
          <Select
            label={t('edit.transfer')}
            help={t('edit.transferHelp')}
            options={couturiers.map(({ id, name }) => ({ id, label: name }))}
            value={form.couturierId}
            onChange={set('couturierId')}
          />
        )}
      </div>
      {order.stage === 'quoted' && <p className="small mt-4 text-ocre">{t('edit.returns')}</p>}
      {current ? (
        <OrderConflict
          current={current}
          rows={touched.map((key) => ({ field: field(key), theirs: read(current)[key], mine: form[key] }))}
          busy={edit.isPending}
          onTheirs={onClose}
          onMine={() => send(current.version)}
        />
      ) : (
        edit.error && (
          <p role="alert" className="smaller mt-3 text-garance">
            {problem(edit.error)}
          </p>
        )
      )}
    </Dialog>
  );
}
