import type { Locale } from '@/lib/actor';
import type { Vocabulary } from '@/lib/house/schemas';
import { Link } from '@/lib/i18n/routing';
import { modelLine, priceWords } from '@/lib/models/labels';
import { modelName } from '@/lib/models/rules';
import type { ModelDto } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';
import { Plate } from '@/components/ui/plate';
import { HeartButton, type HeartWords } from './heart-button';
import { ModelImage } from './model-image';
import { Swatches } from './swatches';

export interface CardWords {
  /** « Dès » */
  from: string;
  colours: string;
  heart: HeartWords;
}

interface Props {
  model: ModelDto;
  vocabulary: Pick<Vocabulary, 'categories'>;
  locale: Locale;
  words: CardWords;
  sizes: string;
  /** CSS ratio of the plate; without one it fills the room it is given. */
  ratio?: string;
  when?: 'first' | 'seen';
  /** Line and price on one line, without colours: the home page. */
  brief?: boolean;
  large?: boolean;
  level?: 'h2' | 'h3';
  className?: string;
}

/** One model: the whole card is one link, the heart lies above it. */
export function ModelCard(props: Props) {
  const { model, vocabulary, locale, words, sizes, ratio, when, brief, large, level: Name = 'h3', className } = props;
  const image = model.images[0];
  const name = modelName(model, locale);
  const line = modelLine(model, vocabulary, locale);
  const price = `${words.from} ${priceWords(model, locale)}`;
  return (
    <article className={`model-card ${className ?? ''}`} data-large={large || undefined}>
      <div className="model-plate">
        <Plate tint={model.colours[0]?.hex} ratio={ratio} className={ratio || brief ? '' : 'h-full'}>
          {image && <ModelImage image={image} locale={locale} sizes={sizes} when={when} />}
        </Plate>
        <HeartButton modelId={model.id} slug={model.slug} name={name} words={words.heart} />
      </div>
      <div className="flex items-start justify-between gap-3 pt-3">
        <Name className={large ? 'h1' : 'model-name'}>
          <Link href={paths.model(model.slug)} className="model-link">
            {name}
          </Link>
        </Name>
        {!brief && (
          <span className="pt-1.5">
            <Swatches colours={model.colours} locale={locale} label={words.colours} />
          </span>
        )}
      </div>
      {brief ? (
        <p className="smaller text-ink2">{`${line}. ${price}`}</p>
      ) : (
        <>
          <p className="smaller text-ink2">{line}</p>
          <p className="smaller figures">{price}</p>
        </>
      )}
    </article>
  );
}
