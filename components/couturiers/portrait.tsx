import { Plate } from '@/components/ui/plate';
import { fileUrl } from '@/lib/files/rules';
import type { ModelDto } from '@/lib/models/schemas';
import { IMAGE_WIDTHS } from '@/lib/files/words';

interface Props {
  /** A photograph of the person, where there is one. */
  fileId?: string;
  /** The drawing that stands for them otherwise. */
  drawing?: ModelDto;
  alt: string;
  sizes: string;
  className?: string;
}

/** A couturier: their photograph, or a drawing of the house cut at the thigh. */
export function Portrait({ fileId, drawing, alt, sizes, className = '' }: Props) {
  const id = fileId ?? drawing?.images[0]?.id;
  return (
    <Plate tint={fileId ? undefined : drawing?.colours[0]?.hex} className={`portrait ${className}`}>
      {id && (
        <img
          src={fileUrl(id, 960)}
          srcSet={IMAGE_WIDTHS.slice(0, 4)
            .map((width) => `${fileUrl(id, width)} ${width}w`)
            .join(', ')}
          sizes={sizes}
          alt={alt}
          data-drawn={fileId ? undefined : ''}
          decoding="async"
        />
      )}
    </Plate>
  );
}
