import type { Locale } from '@/lib/actor';
import { fileUrl } from '@/lib/files/rules';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { ModelDto } from '@/lib/models/schemas';
import { IMAGE_WIDTHS } from '@/lib/files/words';

interface Props {
  image: ModelDto['images'][number];
  locale: Locale;
  /** How wide it is shown, as the `sizes` of an <img>. */
  sizes: string;
  /** `first` before the others of the page; `seen` only once it is seen: where the same drawing may stand hidden. */
  when?: 'first' | 'seen';
  /** Said elsewhere on the page already. */
  decorative?: boolean;
  className?: string;
}

/** A drawing or a photograph of a model, in the width the screen needs. The plate beneath it keeps its room. */
export function ModelImage({ image, locale, sizes, when, decorative, className }: Props) {
  const widths = IMAGE_WIDTHS.filter((width, index) => width <= image.width || index === 0);
  const picture = (
    <img
      src={fileUrl(image.id, 640)}
      srcSet={widths.map((width) => `${fileUrl(image.id, width)} ${width}w`).join(', ')}
      sizes={sizes}
      width={image.width}
      height={image.height}
      alt={decorative ? '' : inLanguage(image.alt, locale) || image.alt.fr}
      loading={when === 'seen' ? 'lazy' : undefined}
      fetchPriority={when === 'first' ? 'high' : 'low'}
      className={className}
    />
  );
  // React puts a preload into the head for an eager picture, and a page that is only prefetched would load it too; the
  // browser finds this one early enough by itself.
  return when === 'first' ? <picture className="contents">{picture}</picture> : picture;
}
