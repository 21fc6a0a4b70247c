import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { AutoForm } from '@/components/form/auto-form';
import { Icon } from '@/components/ui/icon';
import { buttonLook } from '@/components/ui/button-look';
import { NativeButton } from '@/components/ui/native';
import { ACT_GROUPS } from '@/lib/audit/words';
import { JOURNAL_WHENS, type JournalChoice } from '@/lib/journal/rules';
import { paths } from '@/lib/paths';

interface Props {
  choice: JournalChoice;
  staff: readonly { id: string; name: string }[];
  /** Whom the lines are about, where it is nobody of the staff. */
  about?: { id: string; name: string };
  found: string;
  /** Where the table of these lines is. */
  exportHref: string;
}

/** Who, what, to whom, when; how much that is, and the table to take away. */
export function JournalFilters({ choice, staff, about, found, exportHref }: Props) {
  const t = useTranslations('journal');
  const locale = useLocale();
  const people = staff.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
  return (
    <AutoForm action={`/${locale}${paths.atelier.journal}`} label={t('filters')}>
      <label className="filter-choice">
        {t('who')}
        <select name="by" defaultValue={choice.by ?? ''} key={choice.by}>
          <option value="">{t('everyone')}</option>
          {people}
        </select>
      </label>
      <label className="filter-choice">
        {t('what')}
        <select name="group" defaultValue={choice.group ?? ''} key={choice.group}>
          <option value="">{t('everything')}</option>
          {ACT_GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(`groups.${group}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter-choice">
        {t('toWhom')}
        <select name="of" defaultValue={choice.of ?? ''} key={choice.of}>
          <option value="">{t('anybody')}</option>
          {about && <option value={about.id}>{about.name}</option>}
          {people}
        </select>
      </label>
      <label className="filter-choice">
        {t('when')}
        <select name="when" defaultValue={choice.when} key={choice.when}>
          {JOURNAL_WHENS.map((when) => (
            <option key={when} value={when}>
              {t(`whens.${when}`)}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <NativeButton type="submit" size="small">
          {t('show')}
        </NativeButton>
      </noscript>
      {/* One line of its own where there is no room for both beside the choices. */}
      <div className="ml-auto flex items-center gap-6">
        <span className="small text-ink3" role="status">
          {found}
        </span>
        <a href={exportHref} download aria-label={t('takeAwayLabel')} {...buttonLook({ size: 'small' })}>
          <Icon of={Download} size={16} />
          {t('takeAway')}
        </a>
      </div>
    </AutoForm>
  );
}
