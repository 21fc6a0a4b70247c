'use client';

import { useOrderPictures } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import { newestApproval } from '@/lib/orders/rules';
import { useOrderWords } from '../use-order-words';

/**
 * The pictures a sheet may show, and the one it will: what was chosen, else that of the sheet before, else the only one there is.
 * @param picked what the form keeps; empty as long as nobody chose
 */
export function usePictureChoice(order: OrderDto, picked: string, choose: (id: string) => void) {
  const { t } = useOrderWords();
  const { data } = useOrderPictures(order.id);
  const drawing = order.plate?.modelId ? order.plate.image : undefined;
  const pictures = data && [
    ...data.items.map(({ id, name }, index) => ({
      id,
      alt: t('approval.pictureAlt', { n: index + 1, name }),
      tint: undefined,
    })),
    ...(drawing ? [{ id: drawing.id, alt: t('approval.pictureDrawing'), tint: order.plate?.hex }] : []),
  ];
  const last = newestApproval(order)?.sheet.imageFileId;
  const among = (id: string | undefined) => pictures?.find((one) => one.id === id)?.id;
  // A drawing is kept as a copy of its own: a sheet whose picture is none of these showed it.
  const before = among(last) ?? (last ? drawing?.id : undefined);
  const only = pictures?.length === 1 ? pictures[0]?.id : undefined;
  return { pictures, chosen: among(picked) ?? before ?? only ?? '', choose };
}
export type PictureChoice = ReturnType<typeof usePictureChoice>;
