import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

/** What an owner reads of the house's money: its figures, and the ledger under them. */
export function MoneyTabs({ here }: { here: 'figures' | 'ledger' }) {
  const t = useTranslations();
  const tabs = [
    { id: 'figures', href: paths.atelier.stats, words: t('common.nav.figures') },
    { id: 'ledger', href: paths.atelier.ledger, words: t('ledger.name') },
  ];
  return (
    <nav aria-label={t('ledger.money')} className="tab-list money-tabs">
      {tabs.map(({ id, href, words }) => (
        <Link key={id} href={href} className="tab" aria-current={id === here ? 'page' : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
