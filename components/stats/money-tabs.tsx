import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

/** What an owner reads of the house's money: its figures, and the ledger under them. */
export function MoneyTabs({ here }: { here: 'figures' | 'ledger' | 'vat' | 'closings' | 'exports' }) {
  const t = useTranslations();
  const tabs = [
    { id: 'figures', href: paths.atelier.stats, words: t('common.nav.figures') },
    { id: 'ledger', href: paths.atelier.ledger, words: t('ledger.name') },
    { id: 'vat', href: paths.atelier.vat, words: t('ledger.tabs.vat') },
    {
      id: 'closings',
      href: { pathname: paths.atelier.ledger, query: { period: 'all', act: 'closing' } },
      words: t('ledger.tabs.closings'),
    },
    { id: 'exports', href: paths.atelier.exports, words: t('ledger.tabs.exports') },
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
