import { getTranslations } from 'next-intl/server';
import { InlineScript } from '@/components/layout/inline-script';
import { INLINE_SCRIPTS } from '@/lib/page-wall/inline-scripts';
import { ModelImage } from '@/components/models/model-image';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Plate } from '@/components/ui/plate';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import type { Vocabulary } from '@/lib/house/schemas';
import { Link } from '@/lib/i18n/routing';
import { modelLine } from '@/lib/models/labels';
import { modelName } from '@/lib/models/rules';
import type { ModelDto } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';

/** Drawn for a page 1440 wide, from the end of the title down to the stitched line; it is stretched with the page. */
const THREAD =
  'M64 0C180 12 420 10 640 2C742 -2 800 34 790 124C776 254 640 364 470 402C300 440 116 410 58 464C26 496 28 538 68 538';

interface Props {
  /** The latest model; none in a house that has just opened. */
  model: ModelDto | undefined;
  couturiers: readonly CouturierDto[];
  vocabulary: Vocabulary;
  locale: Locale;
}

/** What the house says first, and one drawing. */
export async function HomeHero({ model, couturiers, vocabulary, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'home' });
  const author = couturiers.find((couturier) => couturier.id === model?.couturierId);
  const image = model?.images[0];
  return (
    <section className="page hero">
      <div className="hero-words">
        <h1 className="d1 hero-title">{t.rich('title', { em: (words) => <em>{words}</em> })}</h1>
        <div className="hero-below">
          <svg className="hero-thread" viewBox="0 0 1440 538" preserveAspectRatio="none" aria-hidden="true">
            <path d={THREAD} pathLength={1} />
          </svg>
          <InlineScript code={INLINE_SCRIPTS.sew} />
          <p className="lead hero-lead">{t('lead')}</p>
          <p className="hero-doors">
            <LinkButton href={paths.models} variant="primary" size="large">
              {t('seeModels')}
            </LinkButton>
            <span className="hidden lg:inline">
              <TextLink href={paths.couturiers}>{t('talk')}</TextLink>
            </span>
            <span className="contents lg:hidden">
              <LinkButton href={paths.couturiers} size="large">
                {t('talk')}
              </LinkButton>
            </span>
          </p>
        </div>
      </div>
      {model && image && (
        <figure className="hero-figure">
          <Link href={paths.model(model.slug)} tabIndex={-1} aria-hidden="true" className="block">
            <Plate tint={model.colours[0]?.hex} className="hero-plate">
              <ModelImage image={image} locale={locale} sizes="(min-width: 64rem) 40vw, 100vw" when="first" />
            </Plate>
          </Link>
          <figcaption className="caption mt-3 flex justify-between gap-6">
            <Link href={paths.model(model.slug)} className="foot-word">
              {`${modelName(model, locale)}, ${modelLine(model, vocabulary, locale).replace(/^./, (letter) => letter.toLocaleLowerCase(locale))}`}
            </Link>
            {author && <span className="shrink-0">{t('drawnBy', { name: author.name })}</span>}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
