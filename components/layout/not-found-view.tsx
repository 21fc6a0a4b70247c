import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

/** The 404: what happened, and where the visit goes on. */
export async function NotFoundView({ children }: { children?: ReactNode }) {
  const t = await getTranslations('states.notFound');
  return (
    <div className="page py-16 lg:py-24">
      <title>{t('meta')}</title>
      <h1 className="d2">{t.rich('title', { em: (words) => <em>{words}</em> })}</h1>
      <p className="mt-5 text-ink2">{t('text')}</p>
      {children}
      <div className="mt-10 flex flex-wrap gap-3">
        <LinkButton href={paths.models} variant="primary">
          {t('models')}
        </LinkButton>
        <LinkButton href={paths.home} variant="quiet">
          {t('home')}
        </LinkButton>
      </div>
    </div>
  );
}
