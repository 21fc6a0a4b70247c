'use client';

import { DefectForm } from '@/components/orders/defect-form';
import { DefectList } from '@/components/orders/defect-list';
import { RetoucheList } from '@/components/orders/retouche-list';
import { useOrderWords } from '@/components/orders/use-order-words';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';

/** What is wrong with a piece one has at home: to be reported, with its answers and retouches; of a retouche, the piece it is of. */
export function Retouched({ order, mayReport }: { order: OrderDto; mayReport: boolean }) {
  const { t } = useOrderWords();
  const { defects = [], retouches = [], piece } = order;
  const href = paths.account.order;
  return (
    <>
      {piece && (
        <section>
          <SectionHead
            title={t('retouche.word')}
            aside={
              <TextLink href={href(piece.id)} className="small">
                {t('retouche.of', { title: piece.title })}
              </TextLink>
            }
          />
          {piece.defects.length > 0 && (
            <div className="mt-4">
              <DefectList defects={piece.defects} orderHref={href} />
            </div>
          )}
        </section>
      )}
      {retouches.length > 0 && (
        <section>
          <SectionHead title={t('retouche.list')} />
          <RetoucheList retouches={retouches} orderHref={href} />
        </section>
      )}
      {(mayReport || defects.length > 0) && (
        <section id="defect" className="scroll-mt-24">
          <SectionHead title={t('defect.title')} />
          {defects.length > 0 && (
            <div className="mt-4">
              <DefectList defects={defects} waits={t('defects.yours')} orderHref={href} />
            </div>
          )}
          {mayReport && <DefectForm orderId={order.id} />}
        </section>
      )}
    </>
  );
}
