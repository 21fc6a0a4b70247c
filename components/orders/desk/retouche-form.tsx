'use client';

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { MinutesField } from '@/components/form/minutes-field';
import { MoneyField } from '@/components/form/money-field';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useRead } from '@/components/form/use-read';
import { SearchPicker } from '@/components/pickers/search-picker';
import { HeldBack } from '@/components/promises/anyway-fields';
import { PromisePanel } from '@/components/promises/promise-panel';
import { useAnyway } from '@/components/promises/use-anyway';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { ClientDto } from '@/lib/clients/dto';
import { keptFile } from '@/lib/files/kept-file';
import { useCreateClient } from '@/lib/http/clients';
import { newKey } from '@/lib/http/new-key';
import { useOpenRetouche } from '@/lib/http/orders';
import { refusedBy } from '@/lib/http/refusal';
import { useRouter } from '@/lib/i18n/routing';
import { MINUTES } from '@/lib/number-kinds';
import { type RateDefaults, usualRate } from '@/lib/orders/usual-rate';
import { paths } from '@/lib/paths';
import { References } from '../references';
import { useOrderWords } from '../use-order-words';

const client = v.object({ id: v.string(), label: v.string(), hasAccount: v.boolean() });
export type RetoucheClient = v.InferOutput<typeof client>;

/** What a retouche begins from: a piece that was handed over, with what was reported of it. */
export interface RetouchedPiece {
  id: string;
  title: string;
  /** The client's own words. */
  reported: string;
}

interface Props {
  couturiers: readonly { id: string; name: string }[];
  viewerId: string;
  client: RetoucheClient | null;
  piece: RetouchedPiece | null;
  /** Minutes the house reckons such a retouche at. */
  usualMinutes: number;
  currency: string;
  rates: RateDefaults;
  /** Whose hands are proposed: those that made the piece. */
  couturierId?: string;
}

const retoucheDraft = v.object({
  client: v.nullable(client),
  isNew: v.boolean(),
  name: v.string(),
  phone: v.string(),
  title: v.string(),
  work: v.string(),
  files: v.array(keptFile),
  day: v.string(),
  minutes: v.string(),
  price: v.string(),
  agreed: v.boolean(),
  couturierId: v.string(),
  note: v.string(),
});

/** A retouche as it is taken at the counter: whose, which garment, what to do, for when, for how much, by whom. */
export function RetoucheForm({ couturiers, viewerId, piece, usualMinutes, currency, rates, ...preset }: Props) {
  const { t, field } = useOrderWords();
  const router = useRouter();
  const read = useRead();
  const open = useOpenRetouche();
  const create = useCreateClient();
  const key = useRef(newKey());
  const [checked, setChecked] = useState(false);
  const { value, change, clear, kept } = useDraft(
    `new-retouche:${preset.client?.id ?? ''}:${piece?.id ?? ''}`,
    retoucheDraft,
    {
      client: preset.client,
      isNew: false,
      name: '',
      phone: '',
      title: piece?.title ?? '',
      work: piece?.reported ?? '',
      files: [],
      day: '',
      minutes: read.print(usualMinutes, MINUTES),
      price: '',
      agreed: true,
      couturierId: couturiers.find(({ id }) => id === preset.couturierId)?.id ?? viewerId,
      note: '',
    },
  );
  const set = (part: Partial<typeof value>) => change((before) => ({ ...before, ...part }));
  const minutes = read.minutes(value.minutes);
  const price = read.money(value.price, currency);
  const promise = {
    minutes: minutes ?? usualMinutes,
    couturierId: value.couturierId,
    day: value.day || undefined,
  };
  const anyway = useAnyway(promise);
  const told = refusedBy(open.error)?.fields ?? {};
  const who = value.isNew ? value.name.trim() : value.client?.label;
  const hasAccount = !value.isNew && value.client?.hasAccount === true;
  const isPriced = price !== undefined && price !== null && price.amount > 0;

  async function findClient(): Promise<RetoucheClient | undefined> {
    if (!value.isNew) return value.client ?? undefined;
    const phone = value.phone.trim();
    const made = await create.mutateAsync({
      body: { name: value.name.trim(), ...(phone ? { phone } : {}) },
      key: key.current,
    });
    const chosen = { id: made.id, label: made.name, hasAccount: false };
    // The file is there: a second try takes it.
    set({ client: chosen, isNew: false });
    return chosen;
  }
  async function submit() {
    setChecked(true);
    const isWhole = value.title.trim() && value.work.trim() && who;
    if (!isWhole || minutes === null || price === null || anyway.heldBack) return;
    const found = await findClient().catch(() => undefined);
    if (!found) return;
    const rate = usualRate(rates, { unit: 'piece', nature: 'service' });
    open.mutate(
      {
        ...(piece ? { retouchOf: piece.id } : { clientId: found.id }),
        title: value.title.trim(),
        description: value.work.trim(),
        minutes,
        couturierId: value.couturierId,
        promisedDate: value.day || undefined,
        anywayReason: anyway.sent,
        fileIds: value.files.map(({ id }) => id),
        ...(isPriced
          ? {
              lines: [
                {
                  label: value.work.trim().split('\n')[0]?.slice(0, 200) ?? value.title.trim(),
                  quantity: 1,
                  unitPrice: price,
                  nature: 'service' as const,
                  ...(rate > 0 ? { vatRate: rate } : {}),
                },
              ],
              ...(value.agreed && !found.hasAccount ? { agreed: { how: 'visit' as const } } : {}),
            }
          : {}),
        ...(found.hasAccount && value.note.trim() ? { note: value.note.trim() } : {}),
      },
      {
        onSuccess: (order) => {
          clear();
          router.push(paths.atelier.order(order.id));
        },
      },
    );
  }
  return (
    <form
      method="post"
      className="grid max-w-[760px] gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {!piece && (
        <div className="grid content-start gap-2">
          {value.isNew ? (
            <TextField
              label={t('retouche.name')}
              value={value.name}
              maxLength={120}
              onChange={(name) => set({ name })}
              error={checked && !value.name.trim() ? t('retouche.nameMissing') : undefined}
            />
          ) : (
            <SearchPicker<ClientDto>
              resource="clients"
              labelOf={({ name }) => name}
              label={t('create.client')}
              openLabel={t('create.openList')}
              emptyLabel={t('create.nobody')}
              value={value.client}
              onChange={(chosen, record) =>
                set({
                  client: chosen && {
                    ...chosen,
                    hasAccount: record ? record.accountId !== undefined : (value.client?.hasAccount ?? false),
                  },
                })
              }
              error={checked && !value.client ? t('create.clientMissing') : told['clientId']}
            />
          )}
          <p className="small">
            <LinkLikeButton onPress={() => set({ isNew: !value.isNew })}>
              {t(value.isNew ? 'retouche.knownClient' : 'retouche.newClient')}
            </LinkLikeButton>
          </p>
        </div>
      )}
      {value.isNew && (
        <TextField
          label={t('retouche.phone')}
          type="tel"
          value={value.phone}
          maxLength={40}
          onChange={(phone) => set({ phone })}
        />
      )}
      <div className="sm:col-span-2">
        <TextField
          label={t('retouche.garment')}
          help={t('retouche.garmentHelp')}
          value={value.title}
          maxLength={120}
          onChange={(title) => set({ title })}
          error={checked && !value.title.trim() ? t('retouche.garmentMissing') : told['title']}
        />
      </div>
      <div className="sm:col-span-2">
        <TextArea
          label={t('retouche.work')}
          help={t('retouche.workHelp')}
          rows={3}
          value={value.work}
          maxLength={2000}
          onChange={(work) => set({ work })}
          error={checked && !value.work.trim() ? t('retouche.workMissing') : told['description']}
        />
      </div>
      <div className="sm:col-span-2">
        <References
          value={value.files}
          onAdd={(file) => change((before) => ({ ...before, files: [...before.files, file] }))}
          onRemove={(id) => change((before) => ({ ...before, files: before.files.filter((one) => one.id !== id) }))}
        />
      </div>
      <TextField
        label={field('promisedDate')}
        type="date"
        value={value.day}
        onChange={(day) => set({ day })}
        error={told['promisedDate']}
      />
      <MinutesField
        label={t('retouche.minutes')}
        help={t('retouche.minutesHelp')}
        value={value.minutes}
        checked={checked}
        onChange={(next) => set({ minutes: next })}
        error={told['minutes']}
      />
      <div className="sm:col-span-2">
        <PromisePanel query={promise} onTake={(day) => set({ day })} anyway={anyway} />
      </div>
      <MoneyField
        label={t('retouche.price')}
        help={t('retouche.priceHelp')}
        currency={currency}
        value={value.price}
        checked={checked}
        onChange={(next) => set({ price: next })}
        error={told['lines']}
      />
      <Select
        label={field('couturierId')}
        options={couturiers.map(({ id, name }) => ({ id, label: name }))}
        value={value.couturierId}
        onChange={(couturierId) => set({ couturierId })}
      />
      {isPriced && who && (
        <div className="sm:col-span-2">
          {hasAccount ? (
            <p className="small text-ink2">{t('retouche.sent', { name: who })}</p>
          ) : (
            <Checkbox isSelected={value.agreed} onChange={(agreed) => set({ agreed })}>
              {t('retouche.agreed')}
            </Checkbox>
          )}
        </div>
      )}
      {hasAccount && who && (
        <div className="sm:col-span-2">
          <TextArea
            label={t('retouche.note', { name: who })}
            rows={2}
            value={value.note}
            maxLength={2000}
            onChange={(note) => set({ note })}
          />
        </div>
      )}
      <Refusal of={create.error ?? open.error} className="sm:col-span-2" />
      <div className="sm:col-span-2">
        <HeldBack id="new-retouche-held-back" anyway={anyway} />
      </div>
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
        <Button
          type="submit"
          variant="primary"
          busy={open.isPending || create.isPending}
          isDisabled={anyway.heldBack}
          aria-describedby={anyway.heldBack ? 'new-retouche-held-back' : undefined}
        >
          {t('retouche.verb')}
        </Button>
        <KeptMark kept={kept} onAbandon={clear} />
      </div>
    </form>
  );
}
