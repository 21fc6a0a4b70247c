'use client';

import { type ComponentProps, useState } from 'react';
import { Segments } from '@/components/ui/segments';
import type { OrderKind } from '@/lib/house/stages';
import { useOrderWords } from '../use-order-words';
import { NewOrderForm } from './new-order-form';
import { RetoucheForm } from './retouche-form';

interface Props {
  kind: OrderKind;
  piece: ComponentProps<typeof NewOrderForm>;
  retouche: ComponentProps<typeof RetoucheForm>;
}

/** What the house takes on: a piece to be made, or a retouche of what is worn. */
export function NewOrder({ kind: first, piece, retouche }: Props) {
  const { t } = useOrderWords();
  const [kind, setKind] = useState(first);
  const em = (text: React.ReactNode) => <em>{text}</em>;
  const of = retouche.piece;
  return (
    <>
      <h1 className="d3 mb-6">
        {kind === 'piece'
          ? t.rich('create.title', { em })
          : of
            ? t.rich('retouche.titleOf', { em, title: of.title })
            : t.rich('retouche.title', { em })}
      </h1>
      {!of && (
        <div className="mb-8">
          <Segments
            label={t('retouche.kind')}
            value={kind}
            onChange={(id) => setKind(id === 'retouche' ? 'retouche' : 'piece')}
            items={[
              { id: 'piece', label: t('retouche.bespoke') },
              { id: 'retouche', label: t('retouche.word') },
            ]}
          />
        </div>
      )}
      {kind === 'piece' ? <NewOrderForm {...piece} /> : <RetoucheForm {...retouche} />}
    </>
  );
}
