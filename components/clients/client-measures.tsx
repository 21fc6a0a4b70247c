'use client';

import { useTranslations } from 'next-intl';
import { MeasureHistory } from '@/components/measurements/history';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import type { ClientDto } from '@/lib/clients/dto';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { paths } from '@/lib/paths';

interface Props {
  client: ClientDto;
  sets: readonly MeasurementSetDto[];
  /** Every point, instead of those one looks for first. */
  all?: boolean;
}

/** What was measured of a client, or the way to measure them. */
export function ClientMeasures({ client, sets, all = false }: Props) {
  const t = useTranslations('clients');
  if (sets.length > 0) return <MeasureHistory sets={sets} all={all} />;
  return (
    <Empty
      drawing="tape"
      level="h3"
      title={t.rich('noMeasures', { em: (text) => <em>{text}</em> })}
      action={<LinkButton href={paths.atelier.newMeasurements(client.id)}>{t('measure')}</LinkButton>}
    />
  );
}
