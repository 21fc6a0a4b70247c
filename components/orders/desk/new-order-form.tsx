'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { HeldBack } from '@/components/promises/anyway-fields';
import { PromisePanel } from '@/components/promises/promise-panel';
import { useAnyway } from '@/components/promises/use-anyway';
import { SearchPicker } from '@/components/pickers/search-picker';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { ClientDto } from '@/lib/clients/dto';
import { useCreateOrder } from '@/lib/http/orders';
import { inLanguage } from '@/lib/i18n/bilingual';
import { refusedBy } from '@/lib/http/refusal';
import { useRouter } from '@/lib/i18n/routing';
import type { ModelDto } from '@/lib/models/schemas';
import type { PieceAgain } from '@/lib/orders/again';
import { ORDER_FIELD_NAMES, ORDER_FIELDS, perField, saidFields } from '@/lib/orders/fields';
import { paths } from '@/lib/paths';
import { useOrderWords } from '../use-order-words';

const choice = v.object({ id: v.string(), label: v.string() });
type Choice = v.InferOutput<typeof choice>;

/** An order that is being typed; it may be interrupted by a phone call, so it is kept. */
const orderDraft = v.object({
  client: v.nullable(choice),
  model: v.nullable(choice),
  title: v.string(),
  garment: v.nullable(v.string()),
  description: v.string(),
  said: v.object(perField(() => v.string(), v.string())),
  couturierId: v.string(),
  promisedDate: v.string(),
  wishes: v.array(v.object({ key: v.number(), name: v.string(), value: v.string() })),
});

interface Props {
  garments: readonly { code: string; label: string }[];
  couturiers: readonly { id: string; name: string }[];
  viewerId: string;
  client: Choice | null;
  model: (Choice & { garment: string }) | null;
  /** The piece of an earlier order, to be made again. */
  again: (PieceAgain & { orderId: string }) | null;
}

/** An order taken at the atelier: for a client file, from a model or bespoke. */
export function NewOrderForm({ garments, couturiers, viewerId, again, ...preset }: Props) {
  const { t, field } = useOrderWords();
  const locale = useLocale();
  const router = useRouter();
  const create = useCreateOrder();
  // The house's own wishes are shown by their names, and kept by the house's.
  const wishOf = new Map(Object.keys(again?.wishes ?? {}).map((name) => [field(`options.${name}`), name]));
  const {
    value: draft,
    change,
    clear,
    kept,
  } = useDraft(`new-order:${preset.client?.id ?? ''}:${preset.model?.id ?? ''}:${again?.orderId ?? ''}`, orderDraft, {
    client: preset.client,
    model: preset.model && { id: preset.model.id, label: preset.model.label },
    title: again?.title ?? preset.model?.label ?? '',
    garment: again?.garment ?? preset.model?.garment ?? null,
    description: again?.description ?? '',
    said: perField(() => '', ''),
    couturierId: couturiers.find(({ id }) => id === again?.couturierId)?.id ?? viewerId,
    promisedDate: '',
    wishes: Object.entries(again?.wishes ?? {}).map(([name, value], key) => ({
      key,
      name: field(`options.${name}`),
      value,
    })),
  });
  const { client, model, title, garment, description, said, couturierId, promisedDate, wishes } = draft;
  const set = (part: Partial<typeof draft>) => change((before) => ({ ...before, ...part }));
  const [checked, setChecked] = useState(false);
  const choose = (chosen: Choice | null, record?: ModelDto) =>
    set({ model: chosen, ...(record ? { title: inLanguage(record.title, locale), garment: record.garment } : {}) });
  const setWish = (key: number, part: Partial<(typeof wishes)[number]>) =>
    set({ wishes: wishes.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const promise = {
    garment: garment ?? undefined,
    couturierId,
    day: promisedDate || undefined,
    eventDay: said.eventDate || undefined,
  };
  const anyway = useAnyway(promise);
  const told = refusedBy(create.error)?.fields ?? {};
  const errorOf = (path: string) => told[path];
  const submit = () => {
    setChecked(true);
    if (!client || !title.trim() || !garment || anyway.heldBack) return;
    const options = Object.fromEntries(
      wishes
        .filter(({ name, value }) => name.trim() && value.trim())
        .map(({ name, value }) => [wishOf.get(name.trim()) ?? name.trim(), value.trim()]),
    );
    create.mutate(
      {
        clientId: client.id,
        title: title.trim(),
        garment,
        description: description.trim(),
        options,
        couturierId,
        modelId: model?.id,
        promisedDate: promisedDate || undefined,
        anywayReason: anyway.sent,
        ...saidFields(said),
      },
      {
        onSuccess: (order) => {
          clear();
          router.push(paths.atelier.order(order.id));
        },
      },
    );
  };
  const combo = { openLabel: t('create.openList'), emptyLabel: t('create.nobody') };
  return (
    <form
      method="post"
      className="grid max-w-[760px] gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SearchPicker<ClientDto>
        {...combo}
        resource="clients"
        labelOf={({ name }) => name}
        label={t('create.client')}
        value={client}
        onChange={(chosen) => set({ client: chosen })}
        error={checked && !client ? t('create.clientMissing') : errorOf('clientId')}
      />
      <SearchPicker<ModelDto>
        {...combo}
        resource="models"
        labelOf={(one) => inLanguage(one.title, locale)}
        label={t('create.model')}
        help={t('create.modelHelp')}
        value={model}
        onChange={choose}
        error={errorOf('modelId')}
      />
      <TextField
        label={field('title')}
        value={title}
        onChange={(next) => set({ title: next })}
        error={checked && !title.trim() ? t('create.titleMissing') : errorOf('title')}
      />
      <Select
        label={field('garment')}
        options={garments.map(({ code, label }) => ({ id: code, label }))}
        value={garment}
        onChange={(next) => set({ garment: next })}
        placeholder={t('create.choose')}
        error={checked && !garment ? t('create.garmentMissing') : errorOf('garment')}
      />
      {ORDER_FIELD_NAMES.map((name) => {
        const one = ORDER_FIELDS[name];
        return (
          <TextField
            key={name}
            label={field(name)}
            {...(one.is === 'text' ? { maxLength: one.max } : { type: 'date' })}
            value={said[name]}
            onChange={(value) => set({ said: { ...said, [name]: value } })}
            error={errorOf(name)}
          />
        );
      })}
      <Select
        label={field('couturierId')}
        options={couturiers.map(({ id, name }) => ({ id, label: name }))}
        value={couturierId}
        onChange={(next) => set({ couturierId: next })}
      />
      <TextField
        label={field('promisedDate')}
        help={t('create.promisedHelp')}
        type="date"
        value={promisedDate}
        onChange={(next) => set({ promisedDate: next })}
        error={errorOf('promisedDate')}
      />
      {garment && (
        <div className="sm:col-span-2">
          <PromisePanel query={promise} onTake={(day) => set({ promisedDate: day })} anyway={anyway} />
        </div>
      )}
      <div className="sm:col-span-2">
        <TextArea
          label={field('description')}
          rows={4}
          value={description}
          onChange={(next) => set({ description: next })}
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
              onChange={(name) => setWish(wish.key, { name })}
            />
            <TextField
              label={t('create.wishValue')}
              value={wish.value}
              onChange={(value) => setWish(wish.key, { value })}
            />
            <IconButton
              size="small"
              label={t('create.removeWish', { n: index + 1 })}
              onPress={() => set({ wishes: wishes.filter((one) => one.key !== wish.key) })}
            >
              <Icon of={Trash2} size={16} />
            </IconButton>
          </div>
        ))}
        <Button
          variant="quiet"
          size="small"
          className="-ml-3.5 justify-self-start"
          onPress={() => set({ wishes: [...wishes, { key: (wishes.at(-1)?.key ?? 0) + 1, name: '', value: '' }] })}
        >
          <Icon of={Plus} size={16} />
          {t('create.addWish')}
        </Button>
      </fieldset>
      <Refusal of={create.error} className="sm:col-span-2" />
      <div className="sm:col-span-2">
        <HeldBack id="new-order-held-back" anyway={anyway} />
      </div>
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
        <Button
          type="submit"
          variant="primary"
          busy={create.isPending}
          isDisabled={anyway.heldBack}
          aria-describedby={anyway.heldBack ? 'new-order-held-back' : undefined}
        >
          {t('create.verb')}
        </Button>
        <KeptMark kept={kept} onAbandon={clear} />
      </div>
    </form>
  );
}
