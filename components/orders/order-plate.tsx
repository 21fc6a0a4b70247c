'use client';

import { useLocale } from 'next-intl';
import { Plate } from '@/components/ui/plate';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { PlateDto } from '@/lib/orders/answers';

interface Props {
  plate: PlateDto | undefined;
  /** Widest it is shown, in CSS pixels; the picture is fetched at twice that where it exists. */
  width: 320 | 640 | 960;
  ratio?: string;
  className?: string;
  /** Beside the written title of the order the drawing adds nothing for a reader. */
  decorative?: boolean;
}

/** The drawing an order was made from, on its tinted plate, or the first picture that was brought; an order that has neither, a bare plate. */
export function OrderPlate({ plate, width, ratio, className, decorative }: Props) {
  const locale = useLocale();
  const image = plate?.image;
  return (
    <Plate tint={plate?.hex} ratio={ratio} className={className}>
      {image && (
        <img
          src={`/api/files/${image.id}?w=${width}`}
          alt={decorative ? '' : inLanguage(image.alt, locale)}
          width={image.width}
          height={image.height}
          loading="lazy"
          decoding="async"
        />
      )}
    </Plate>
  );
}
