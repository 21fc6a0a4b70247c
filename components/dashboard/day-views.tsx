import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

/** An owner's two looks at today: their own day, and the whole house. */
export function DayViews({ here }: { here: 'day' | 'name' }) {
  const t = useTranslations('overview');
  const views = [
    { id: 'day' as const, href: paths.atelier.today },
    { id: 'name' as const, href: paths.atelier.wholeHouse },
  ];
  return (
    <nav aria-label={t('views')} className="segments">
      {views.map(({ id, href }) => (
        <Link key={id} href={href} className="segment" aria-current={id === here ? 'page' : undefined}>
          {t(id)}
        </Link>
      ))}
    </nav>
  );
}
