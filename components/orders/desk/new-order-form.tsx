'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { ApiError } from '@/lib/http/api';
import { useCreateOrder } from '@/lib/http/orders';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { useProblemText } from '@/components/form/problem-text';
import { useOrderWords } from '../use-order-words';

interface Props {
  clients: readonly { id: string; name: string }[];
  models: readonly { id: string; title: string; garment: string }[];
  garments: readonly { code: string; label: string }[];
  couturiers: readonly { id: string; name: string }[];
  viewerId: string;
  clientId: string | null;
  modelId: string | null;
}

/** An order taken at the atelier: for a client file, from a model or bespoke. */
export function NewOrderForm({ clients, models, garments, couturiers, viewerId, ...preset }: Props) {
  const { t, field } = useOrderWords();
  const problem = useProblemText();
  const router = useRouter();
  const create = useCreateOrder();
  const [clientId, setClientId] = useState(preset.clientId);
  const [modelId, setModelId] = useState(preset.modelId);
  const preselected = models.find(({ id }) => id === preset.modelId);
  const [title, setTitle] = useState(preselected?.title ?? '');
  const [garment, setGarment] = useState<string | null>(preselected?.garment ?? null);
  const [description, setDescription] = useState('');
  const [occasion, setOccasion] = useState('');
  const [eventDate, setEventDate] = useState('');
  const [desiredDate, setDesiredDate] = useState('');
  const [couturierId, setCouturierId] = useState(viewerId);
  const [wishes, setWishes] = useState<{ key: number; name: string; value: string }[]>([]);
  const [checked, setChecked] = useState(false);
  const choose = (id: string | null) => {
    setModelId(id);
    const model = models.find((one) => one.id === id);
    if (!model) return;
    setTitle(model.title);
    setGarment(model.garment);
  };
  const told = create.error instanceof ApiError ? create.error.problem.errors : undefined;
  const errorOf = (path: string) => told?.find((one) => one.path === path)?.message;
  const submit = () => {
    setChecked(true);
    if (!clientId || !title.trim() || !garment) return;
    const options = Object.fromEntries(
      wishes
        .filter(({ name, value }) => name.trim() && value.trim())
        .map(({ name, value }) => [name.trim(), value.trim()]),
    );
    create.mutate(
      {
        clientId,
        title: title.trim(),
        garment,
        description: description.trim(),
        options,
        couturierId,
        modelId: modelId ?? undefined,
        occasion: occasion.trim() || undefined,
        eventDate: eventDate || undefined,
        desiredDate: desiredDate || undefined,
      },
      { onSuccess: (order) => router.push(paths.atelier.order(order.id)) },
    );
  };
  const combo = { openLabel: t('create.openList'), emptyLabel: t('create.nobody') };
  return (
    <form
      className="grid max-w-[760px] gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ComboBox
        {...combo}
        label={t('create.client')}
        options={clients.map(({ id, name }) => ({ id, label: name }))}
        value={clientId}
        onChange={setClientId}
        error={checked && !clientId ? t('create.clientMissing') : errorOf('clientId')}
      />
      <ComboBox
        {...combo}
        label={t('create.model')}
        help={t('create.modelHelp')}
        options={models.map((model) => ({ id: model.id, label: model.title }))}
        value={modelId}
        onChange={choose}
        error={errorOf('modelId')}
      />
      <TextField
        label={field('title')}
        value={title}
        onChange={setTitle}
        error={checked && !title.trim() ? t('create.titleMissing') : errorOf('title')}
      />
      <Select
        label={field('garment')}
        options={garments.map(({ code, label }) => ({ id: code, label }))}
        value={garment}
        onChange={setGarment}
        placeholder={t('create.choose')}
        error={checked && !garment ? t('create.garmentMissing') : errorOf('garment')}
      />
      <TextField label={field('occasion')} value={occasion} onChange={setOccasion} error={errorOf('occasion')} />
      <TextField
        label={field('eventDate')}
        type="date"
        value={eventDate}
        onChange={setEventDate}
        error={errorOf('eventDate')}
      />
      <TextField
        label={field('desiredDate')}
        type="date"
        value={desiredDate}
        onChange={setDesiredDate}
        error={errorOf('desiredDate')}
      />
      <Select
        label={field('couturierId')}
        options={couturiers.map(({ id, name }) => ({ id, label: name }))}
        value={couturierId}
        onChange={setCouturierId}
      />
      <div className="sm:col-span-2">
        <TextArea
          label={field('description')}
          rows={4}
          value={description}
          onChange={setDescription}
          error={errorOf('description')}
        />
      </div>
      <fieldset className="grid gap-3 sm:col-span-2">
        <legend className="field-label">{t('create.wishes')}</legend>
        {wishes.map((wish, index) => (
          <div key={wish.key} className="grid grid-cols-[1fr_1fr_36px] items-end gap-3">
            <TextField
              label={t('create.wishName')}
              value={wish.name}
              onChange={(name) => setWishes(wishes.map((one) => (one.key === wish.key ? { ...one, name } : one)))}
            />
            <TextField
              label={t('create.wishValue')}
              value={wish.value}
              onChange={(value) => setWishes(wishes.map((one) => (one.key === wish.key ? { ...one, value } : one)))}
            />
            <IconButton
              size="small"
              label={t('create.removeWish', { n: index + 1 })}
              onPress={() => setWishes(wishes.filter((one) => one.key !== wish.key))}
            >
              <Icon of={Trash2} size={16} />
            </IconButton>
          </div>
        ))}
        <Button
          variant="quiet"
          size="small"
          className="-ml-3.5 justify-self-start"
          onPress={() => setWishes([...wishes, { key: (wishes.at(-1)?.key ?? 0) + 1, name: '', value: '' }])}
        >
          <Icon of={Plus} size={16} />
          {t('create.addWish')}
        </Button>
      </fieldset>
      {create.error && (
        <p role="alert" className="small text-garance sm:col-span-2">
          {problem(create.error)}
        </p>
      )}
      <div className="sm:col-span-2">
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t('create.verb')}
        </Button>
      </div>
    </form>
  );
}
