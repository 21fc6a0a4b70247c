'use client';

import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Radio, RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import { isOver } from '@/lib/house/stages';
import { useWithdrawMember } from '@/lib/http/parties';
import type { PartyDto, PartyMemberDto } from '@/lib/parties/schemas';
import { usePartyWords } from './use-party-words';

interface Props {
  party: PartyDto;
  member: PartyMemberDto;
  onClose: () => void;
}

/** Somebody withdraws: what becomes of their own order, and nothing of anybody else's. */
export function WithdrawDialog({ party, member, onClose }: Props) {
  const { t, money } = usePartyWords();
  const withdraw = useWithdrawMember(party.id, member.n);
  const { order } = member;
  const open = order !== undefined && !isOver(order.stage);
  const [fate, setFate] = useState(open ? 'cancel' : 'keep');
  const [note, setNote] = useState('');
  const paid = order?.total && order.due ? order.total.amount - order.due.amount : 0;
  return (
    <Dialog
      open
      must
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('withdraw.title', { name: member.name })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(
                { note: note.trim() || undefined, cancelOrder: open && fate === 'cancel' },
                { onSuccess: onClose },
              )
            }
          >
            {t('withdraw.verb')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('withdraw.text')}</p>
        {open && (
          <RadioGroup label={t('withdraw.order', { number: order.number })} value={fate} onChange={setFate}>
            <Radio value="cancel">{t('withdraw.cancel')}</Radio>
            <Radio value="keep">{t('withdraw.keep')}</Radio>
          </RadioGroup>
        )}
        {order?.total && paid > 0 && (
          <p className="small">{t('withdraw.paid', { amount: money({ ...order.total, amount: paid }) })}</p>
        )}
        <TextField label={t('withdraw.note')} maxLength={500} value={note} onChange={setNote} />
      </div>
      <Refusal of={withdraw.error} className="mt-3" />
    </Dialog>
  );
}
