import { useTranslations } from 'next-intl';

/** What stands in the place of a message that was taken back. */
export function TakenBack({ own, other }: { own: boolean; other: string }) {
  const t = useTranslations('chat.takenBack');
  return (
    <p className="bubble serif-italic" data-taken-back="">
      {own ? t('own') : t('other', { name: other })}
    </p>
  );
}
