'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useSignApproval } from '@/lib/http/orders';
import type { CuttingApprovalDto, OrderDto } from '@/lib/orders/answers';
import { CuttingSheet } from './cutting-sheet';
import { NoteAgreementDialog } from './note-agreement-dialog';

interface Props {
  order: OrderDto;
  approval: CuttingApprovalDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The sheet is read before it is signed: the signature stands below it, nowhere else. */
export function CuttingSheetDialog({ order, approval, open, onOpenChange }: Props) {
  const t = useTranslations('orders.approval');
  const common = useTranslations('common');
  const sign = useSignApproval(order.id);
  const mine = order.cuttingApprovals.at(-1)?.n === approval.n && order.allowed.includes('signApproval');
  const staff = order.allowed.includes('createApproval');
  const houseSigned = approval.signatures.some(({ side }) => side === 'house');
  const forClient = staff && houseSigned;
  const [noting, setNoting] = useState(false);
  const verb = !staff ? t('sign') : houseSigned ? t('signOnBehalf', { name: order.clientName }) : t('signHouse');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={t('version', { n: approval.n })}
      actions={
        <>
          <Button variant="quiet" onPress={() => onOpenChange(false)}>
            {common('close')}
          </Button>
          {mine && (
            <Button
              variant={forClient ? 'primary' : 'sign'}
              busy={sign.isPending}
              onPress={() =>
                forClient ? setNoting(true) : sign.mutate({ n: approval.n }, { onSuccess: () => onOpenChange(false) })
              }
            >
              {verb}
            </Button>
          )}
        </>
      }
    >
      <CuttingSheet order={order} approval={approval} />
      {!noting && <Refusal of={sign.error} className="mt-3" />}
      {noting && (
        <NoteAgreementDialog
          about={`cutting:${order.id}:${approval.n}`}
          name={order.clientName}
          busy={sign.isPending}
          error={sign.error}
          onNote={(noted) =>
            sign.mutateAsync({ n: approval.n, ...noted }).then(() => {
              setNoting(false);
              onOpenChange(false);
            })
          }
          onClose={() => setNoting(false)}
        />
      )}
    </Dialog>
  );
}
