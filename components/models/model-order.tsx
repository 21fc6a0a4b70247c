import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { NativeButton } from '@/components/ui/native';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import { inLanguage } from '@/lib/i18n/bilingual';
import { priceWords } from '@/lib/models/labels';
import type { ModelDto } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';
import { HeartButton, type HeartWords } from './heart-button';
import { ShareButton } from './share-button';
import { firstName } from '@/lib/i18n/format';

interface Props {
  model: ModelDto;
  name: string;
  couturier: CouturierDto | undefined;
  heart: HeartWords;
  locale: Locale;
}

/** The choice of cloth and the buttons to order or to write: the order is a plain GET form, so the chosen colour goes along without JavaScript. */
export async function ModelOrder({ model, name, couturier, heart, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const cloth = inLanguage(model.fabrics[0]?.label, locale) || model.fabrics[0]?.label.fr;
  const talk = couturier && {
    pathname: paths.account.newConversation,
    query: { couturierId: couturier.id, modelId: model.id },
  };
  return (
    <>
      <form id="order" action={`/${locale}${paths.account.newOrder}`} method="get" className="mt-6">
        <input type="hidden" name="model" value={model.slug} />
        {model.colours.length > 0 && (
          <fieldset className="cloths">
            <legend className="small">
              <span className="strong">{cloth ?? t('model.colour')}</span>
            </legend>
            <div className="cloth-row">
              {model.colours.map((colour, index) => (
                <label key={`${colour.hex}${index}`} className="cloth-choice">
                  <input
                    type="radio"
                    name="colour"
                    value={inLanguage(colour.label, locale)}
                    defaultChecked={index === 0}
                  />
                  <span className="cloth" style={{ background: colour.hex }} />
                  <span className="cloth-name small text-ink2">
                    {inLanguage(colour.label, locale) || colour.label.fr}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className="order-foot">
          <NativeButton type="submit" variant="primary" size="large" wide>
            <span className="order-words">
              {t('model.order')}
              <span className="figures lg:hidden">{t('model.orderFrom', { price: priceWords(model, locale) })}</span>
            </span>
          </NativeButton>
        </div>
      </form>
      <div className="mt-3 flex gap-3">
        {talk && couturier && (
          <LinkButton href={talk} size="large" className="flex-1 max-sm:px-2.5" prefetch={false}>
            {t('model.talkTo', { name: firstName(couturier.name) })}
          </LinkButton>
        )}
        <HeartButton modelId={model.id} slug={model.slug} name={name} words={heart} className="square-button" />
        <ShareButton
          title={name}
          label={t('model.share', { name })}
          copied={t('model.copied')}
          className="square-button"
        />
      </div>
    </>
  );
}
