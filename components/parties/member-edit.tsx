'use client';

import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useEditMember } from '@/lib/http/parties';
import type { PartyDto, PartyMemberDto } from '@/lib/parties/schemas';
import { OrderOfClient } from './order-of-client';
import { type PayerDraft, PayerFields, payerOf } from './payer-choice';
import { usePartyWords } from './use-party-words';

interface Props {
  party: PartyDto;
  member: PartyMemberDto;
  onClose: () => void;
}

/** Who somebody is in the party, who pays for them, and which order is theirs. */
export function MemberEdit({ party, member, onClose }: Props) {
  const { t } = usePartyWords();
  const edit = useEditMember(party.id, member.n);
  const [part, setPart] = useState(member.part ?? '');
  const [payer, setPayer] = useState<PayerDraft>({ who: String(member.payer), file: null, name: '' });
  const [orderId, setOrderId] = useState(member.order?.id ?? '');
  const [checked, setChecked] = useState(false);
  const save = () => {
    setChecked(true);
    const chosen = payerOf(payer);
    if (!chosen) return;
    edit.mutate(
      {
        version: party.version,
        part: part.trim() || null,
        payer: chosen,
        ...(orderId && orderId !== member.order?.id ? { orderId } : {}),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('member.editTitle', { name: member.name })}
      actions={
        <Button variant="primary" busy={edit.isPending} onPress={save}>
          {t('member.keep')}
        </Button>
      }
    >
      <div className="grid gap-4 text-ink">
        <TextField
          label={t('member.part')}
          help={t('member.partHelp')}
          autoFocus
          maxLength={60}
          value={part}
          onChange={setPart}
        />
        <PayerFields party={party} value={payer} onChange={setPayer} checked={checked} />
        <OrderOfClient clientId={member.clientId} value={orderId} onChange={setOrderId} />
      </div>
      <Refusal of={edit.error} className="mt-3" />
    </Dialog>
  );
}
