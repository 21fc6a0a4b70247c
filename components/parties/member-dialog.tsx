'use client';

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { SearchPicker } from '@/components/pickers/search-picker';
import { HeldBack } from '@/components/promises/anyway-fields';
import { PromisePanel } from '@/components/promises/promise-panel';
import { useAnyway } from '@/components/promises/use-anyway';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segments } from '@/components/ui/segments';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { ClientDto } from '@/lib/clients/dto';
import { useCreateClient } from '@/lib/http/clients';
import { newKey } from '@/lib/http/new-key';
import { useAddMember } from '@/lib/http/parties';
import { refusedBy } from '@/lib/http/refusal';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { ModelDto } from '@/lib/models/schemas';
import type { PartyDto } from '@/lib/parties/schemas';
import { OrderOfClient } from './order-of-client';
import { payerDraft, PayerFields, payerOf, SELF } from './payer-choice';
import { usePartyWords } from './use-party-words';

const choice = v.object({ id: v.string(), label: v.string() });
const OUTFITS = ['make', 'there', 'none'] as const;
const memberDraft = v.object({
  client: v.nullable(choice),
  isNew: v.boolean(),
  name: v.string(),
  phone: v.string(),
  part: v.string(),
  outfit: v.picklist(OUTFITS),
  model: v.nullable(choice),
  title: v.string(),
  garment: v.nullable(v.string()),
  promisedDate: v.string(),
  orderId: v.string(),
  payer: payerDraft,
});

interface Props {
  party: PartyDto;
  garments: readonly { code: string; label: string }[];
  onClose: () => void;
}

/** One more person: who they are, what they wear, for when, and who pays. The event itself is not typed again. */
export function MemberDialog({ party, garments, onClose }: Props) {
  const { t, locale } = usePartyWords();
  const create = useCreateClient();
  const add = useAddMember(party.id);
  const [clientKey, memberKey] = [useRef(newKey()), useRef(newKey())];
  const [checked, setChecked] = useState(false);
  const { value, change, clear, kept } = useDraft(`party-person:${party.id}`, memberDraft, {
    client: null,
    isNew: false,
    name: '',
    phone: '',
    part: '',
    outfit: 'make',
    model: null,
    title: '',
    garment: null,
    promisedDate: '',
    orderId: '',
    payer: SELF,
  });
  const set = (part: Partial<typeof value>) => change((before) => ({ ...before, ...part }));
  const { client, isNew, outfit, model, garment, promisedDate, orderId } = value;
  const [name, title, part] = [value.name.trim(), value.title.trim(), value.part.trim()];
  const promise = {
    garment: outfit === 'make' ? (garment ?? undefined) : undefined,
    couturierId: party.couturierId,
    day: promisedDate || undefined,
    eventDay: party.day,
  };
  const anyway = useAnyway(promise);
  const told = refusedBy(add.error)?.fields ?? {};

  async function findClient(): Promise<string | undefined> {
    if (!isNew) return client?.id;
    const phone = value.phone.trim();
    const made = await create.mutateAsync({ body: { name, ...(phone ? { phone } : {}) }, key: clientKey.current });
    // The file is there: a second try takes it.
    set({ client: { id: made.id, label: made.name }, isNew: false });
    return made.id;
  }
  async function submit() {
    setChecked(true);
    const payer = payerOf(value.payer);
    const isNamed = isNew ? name : client;
    const isDressed = outfit === 'make' ? title && garment : outfit === 'none' || orderId;
    if (!payer || !isNamed || !isDressed || anyway.heldBack) return;
    const clientId = await findClient().catch(() => undefined);
    if (clientId === undefined) return;
    const order = {
      modelId: model?.id,
      title,
      garment: garment ?? undefined,
      promisedDate: promisedDate || undefined,
      anywayReason: anyway.sent,
    };
    add.mutate(
      {
        key: memberKey.current,
        body: {
          clientId,
          part: part || undefined,
          payer,
          ...(outfit === 'make' ? { order } : outfit === 'there' ? { orderId } : {}),
        },
      },
      {
        onSuccess: () => {
          clear();
          onClose();
        },
        // What is changed after a refusal is another wish.
        onError: () => {
          memberKey.current = newKey();
        },
      },
    );
  }
  const combo = { openLabel: t('member.openList'), emptyLabel: t('member.nobody') };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={t('member.title')}
      actions={
        <>
          <KeptMark kept={kept} onAbandon={clear} />
          <Button variant="quiet" onPress={onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={create.isPending || add.isPending}
            isDisabled={anyway.heldBack}
            aria-describedby={anyway.heldBack ? 'party-person-held-back' : undefined}
            onPress={() => void submit()}
          >
            {t('member.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-ink sm:grid-cols-2">
        <div className="grid content-start gap-2">
          {isNew ? (
            <TextField
              label={t('member.name')}
              autoFocus
              maxLength={120}
              value={value.name}
              onChange={(next) => set({ name: next })}
              error={checked && !name ? t('member.nameMissing') : undefined}
            />
          ) : (
            <SearchPicker<ClientDto>
              {...combo}
              resource="clients"
              labelOf={(one) => one.name}
              label={t('member.client')}
              value={client}
              onChange={(chosen) => set({ client: chosen, orderId: '' })}
              error={checked && !client ? t('member.clientMissing') : told['clientId']}
            />
          )}
          <p className="small">
            <LinkLikeButton onPress={() => set({ isNew: !isNew, orderId: '' })}>
              {t(isNew ? 'member.isKnown' : 'member.isNew')}
            </LinkLikeButton>
          </p>
        </div>
        {isNew && (
          <TextField
            label={t('member.phone')}
            type="tel"
            maxLength={40}
            value={value.phone}
            onChange={(next) => set({ phone: next })}
          />
        )}
        <TextField
          label={t('member.part')}
          help={t('member.partHelp')}
          maxLength={60}
          value={value.part}
          onChange={(next) => set({ part: next })}
          error={told['part']}
        />
        <PayerFields party={party} value={value.payer} onChange={(payer) => set({ payer })} checked={checked} />
        <div className="grid gap-2 sm:col-span-2">
          <span className="field-label">{t('member.order')}</span>
          <Segments
            label={t('member.order')}
            value={outfit}
            onChange={(next) => set({ outfit: OUTFITS.find((one) => one === next) ?? 'none' })}
            items={OUTFITS.map((id) => ({ id, label: t(`member.${id}`) }))}
          />
        </div>
        {outfit === 'make' && (
          <>
            <SearchPicker<ModelDto>
              {...combo}
              resource="models"
              labelOf={(one) => inLanguage(one.title, locale)}
              label={t('member.model')}
              help={t('member.modelHelp')}
              value={model}
              onChange={(chosen, record) =>
                set({
                  model: chosen,
                  ...(record ? { title: inLanguage(record.title, locale), garment: record.garment } : {}),
                })
              }
              error={told['order.modelId']}
            />
            <TextField
              label={t('member.piece')}
              maxLength={120}
              value={value.title}
              onChange={(next) => set({ title: next })}
              error={checked && !title ? t('member.pieceMissing') : told['order.title']}
            />
            <Select
              label={t('member.garment')}
              options={garments.map(({ code, label }) => ({ id: code, label }))}
              value={garment}
              onChange={(next) => set({ garment: next })}
              placeholder={t('member.choose')}
              error={checked && !garment ? t('member.garmentMissing') : told['order.garment']}
            />
            <TextField
              label={t('member.promised')}
              type="date"
              value={promisedDate}
              onChange={(next) => set({ promisedDate: next })}
              error={told['order.promisedDate']}
            />
            {garment && (
              <div className="sm:col-span-2">
                <PromisePanel query={promise} onTake={(day) => set({ promisedDate: day })} anyway={anyway} />
              </div>
            )}
          </>
        )}
        {outfit === 'there' && !isNew && client && (
          <div className="sm:col-span-2">
            <OrderOfClient
              clientId={client.id}
              value={orderId}
              onChange={(next) => set({ orderId: next })}
              error={checked && !orderId ? t('member.existingMissing') : told['orderId']}
            />
          </div>
        )}
        {outfit === 'there' && (isNew || !client) && (
          <p className="small text-ink2 sm:col-span-2">{isNew ? t('member.noOrders') : t('member.clientMissing')}</p>
        )}
      </div>
      <HeldBack id="party-person-held-back" anyway={anyway} />
      <Refusal of={add.error ?? create.error} className="mt-3" />
    </Dialog>
  );
}
