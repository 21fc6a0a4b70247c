import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { NativeButton } from '@/components/ui/native';

interface Props {
  /** The days that are proposed. */
  from: string;
  to: string;
  /** Whether the house's country knows the file of accounting entries. */
  mayFec: boolean;
  /** What the archive's key is known by. */
  fingerprint: string;
}

/** What is taken away, each with its days, by a form that works without scripts. */
export function BooksToTake({ from, to, mayFec, fingerprint }: Props) {
  const t = useTranslations('ledger.books');
  const formats = [
    { format: 'csv', help: t('csvHelp') },
    ...(mayFec ? [{ format: 'fec', help: t('fecHelp') } as const] : []),
    { format: 'archive', help: t('archiveHelp', { key: fingerprint }) },
  ] as const;
  return (
    <div className="books-to-take">
      {formats.map(({ format, help }) => (
        <section key={format} aria-labelledby={`take-${format}`}>
          <h2 id={`take-${format}`} className="h1 border-b border-ink pb-3">
            {t(format)}
          </h2>
          <p className="small py-4 text-ink2">{help}</p>
          <form method="get" action="/api/ledger/books" className="flex flex-wrap items-end gap-4">
            <input type="hidden" name="format" value={format} />
            {format === 'archive' ? (
              <>
                <input type="hidden" name="from" value={from} />
                <input type="hidden" name="to" value={to} />
              </>
            ) : (
              (['from', 'to'] as const).map((name) => (
                <label key={name} className="field">
                  <span className="field-label mb-1.5">{t(name)}</span>
                  <input
                    className="field-box"
                    type="date"
                    name={name}
                    required
                    defaultValue={name === 'from' ? from : to}
                  />
                </label>
              ))
            )}
            <NativeButton type="submit">
              <Icon of={Download} size={16} />
              {t('take')}
            </NativeButton>
          </form>
        </section>
      ))}
    </div>
  );
}
