'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';

/** The end of a list of which more is there. */
export function ShowMore({ of }: { of: { more: boolean; loading: boolean; showMore: () => void } }) {
  const t = useTranslations('common');
  if (!of.more) return null;
  return (
    <div className="mt-6 flex justify-center">
      <Button busy={of.loading} onPress={of.showMore}>
        {t('showMore')}
      </Button>
    </div>
  );
}
