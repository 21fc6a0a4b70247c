import { Maximize2 } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { Plate } from '@/components/ui/plate';
import type { Locale } from '@/lib/actor';
import { fileUrl } from '@/lib/files/rules';
import { inLanguage } from '@/lib/i18n/bilingual';
import type { ModelDto } from '@/lib/models/schemas';
import { GalleryMarks } from './gallery-marks';
import { ModelImage } from './model-image';

interface Props {
  model: ModelDto;
  name: string;
  locale: Locale;
}

/**
 * The pictures in one row that is swiped, the last one a detail of the first. The small ones are plain links to each, so all
 * of it works without JavaScript; an island only marks where one is.
 */
export async function ModelGallery({ model, name, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const [front] = model.images;
  const views = [
    ...model.images.map((image) => ({ image, alt: inLanguage(image.alt, locale) || image.alt.fr, detail: false })),
    ...(front ? [{ image: front, alt: t('model.detail'), detail: true }] : []),
  ];
  const tint = model.colours[0]?.hex;
  return (
    <div className="gallery" aria-label={t('model.views')} role="group">
      {views.length > 1 && (
        <div className="gallery-thumbs">
          {views.map(({ image, detail }, index) => (
            <a
              key={`${image.id}${detail}`}
              href={`#view-${index + 1}`}
              className="thumb"
              data-detail={detail || undefined}
              aria-label={t('model.view', { name, index: index + 1 })}
            >
              <Plate tint={tint} className="h-full">
                <ModelImage image={image} locale={locale} sizes="92px" decorative />
              </Plate>
            </a>
          ))}
        </div>
      )}
      <Plate tint={tint} className="gallery-plate">
        <span className="slides" tabIndex={0} role="group" aria-label={t('model.views')}>
          {views.map(({ image, alt, detail }, index) => (
            <span
              key={`${image.id}${detail}`}
              id={`view-${index + 1}`}
              className="slide"
              data-detail={detail || undefined}
            >
              <ModelImage
                image={image}
                locale={locale}
                sizes="(min-width: 64rem) 44vw, 100vw"
                when={index === 0 ? 'first' : undefined}
                decorative={detail}
              />
              <span className="slide-words">{t('model.viewOf', { alt, index: index + 1, count: views.length })}</span>
              <a
                href={fileUrl(image.id, 1920)}
                target="_blank"
                rel="noopener"
                className="slide-large"
                aria-label={t('model.enlarge')}
              >
                <Icon of={Maximize2} />
              </a>
            </span>
          ))}
        </span>
        {views.length > 1 && (
          <span className="gallery-dots" aria-hidden="true">
            {views.map(({ image, detail }) => (
              <span key={`${image.id}${detail}`} className="dot" />
            ))}
          </span>
        )}
      </Plate>
      <GalleryMarks />
    </div>
  );
}
