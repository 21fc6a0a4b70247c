'use client';

import { Plate } from '@/components/ui/plate';
import type { CuttingApprovalDto, OrderDto } from '@/lib/orders/answers';
import { DAY, PRINTED_PLATE } from '@/lib/palette';
import { OrderPlate } from './order-plate';
import { useOrderWords } from './use-order-words';

interface Props {
  order: Pick<OrderDto, 'plate'>;
  sheet: Pick<CuttingApprovalDto['sheet'], 'imageFileId' | 'callouts' | 'title'>;
  className?: string;
  decorative?: boolean;
  /** Places the chosen mark where one clicks. */
  onPlace?: (x: number, y: number) => void;
}

/** The picture of the sheet with its numbered marks: garance circles, as on the print. */
export function CuttingPicture({ order, sheet, className = '', decorative, onPlace }: Props) {
  const { t } = useOrderWords();
  return (
    <span
      className={`relative block ${className}`}
      onClick={
        onPlace &&
        ((event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
          onPlace(share((event.clientX - box.left) / box.width), share((event.clientY - box.top) / box.height));
        })
      }
      role={onPlace ? 'presentation' : undefined}
    >
      {sheet.imageFileId ? (
        <Plate tint={order.plate?.hex} className="h-full">
          <img
            src={`/api/files/${sheet.imageFileId}?w=640`}
            alt={decorative ? '' : t('approval.picture', { title: sheet.title })}
          />
        </Plate>
      ) : !order.plate?.modelId ? (
        // A picture that came after the sheet is none that was signed.
        <span className="small flex h-full items-center justify-center border border-hair p-4 text-center text-ink2">
          {t('approval.noPicture')}
        </span>
      ) : (
        <OrderPlate plate={order.plate} width={640} decorative={decorative} className="h-full" />
      )}
      {sheet.callouts.map((callout, index) => (
        <span
          key={index}
          aria-hidden="true"
          className="figures absolute flex size-[22px] -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-[50%] border-[1.5px] text-[11.5px] leading-none font-[560]"
          style={{
            left: `${callout.x * 100}%`,
            top: `${callout.y * 100}%`,
            borderColor: DAY.garance,
            background: PRINTED_PLATE,
            color: DAY.garance,
          }}
        >
          {index + 1}
        </span>
      ))}
    </span>
  );
}
