import { getTranslations } from 'next-intl/server';
import { FittingSheetForm } from '@/components/fittings/fitting-form';
import { FittingSheetView } from '@/components/fittings/fitting-sheet-view';
import { Empty } from '@/components/ui/empty';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { readAppointment } from '@/lib/appointments/list-appointments';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { findFittingSheet } from '@/lib/fittings/read-fitting-sheet';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('fittings', 'meta');

export default async function Page({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.fitting(id));
  const db = appDatabase();
  const appointment = await orNotFound(readAppointment(db, actor, id));
  const { order, clientId, clientName, status } = appointment;
  const [t, sheet, sets] = await Promise.all([
    getTranslations('fittings'),
    findFittingSheet(db, actor, id),
    listMeasurements(db, actor, { clientId, limit: 20 }, locale),
  ]);
  const back = order && `${paths.atelier.order(order.id)}?tab=fittings`;
  const possible = back !== undefined && (status === 'confirmed' || status === 'done');
  return (
    <div className="page py-8 md:py-10">
      <p className="small text-ink2">
        <TextLink href={paths.atelier.calendar}>{t('calendar')}</TextLink>
        {order && back && (
          <>
            {' / '}
            <TextLink href={back}>{order.title}</TextLink>
          </>
        )}
      </p>
      <h1 className="d2 mt-2">{t.rich('title', { name: clientName, em: (words) => <em>{words}</em> })}</h1>
      {sheet ? (
        <FittingSheetView sheet={sheet} />
      ) : possible ? (
        <FittingSheetForm appointment={appointment} previous={sets.items} back={back} />
      ) : (
        <div className="mt-8">
          <Empty
            drawing="tape"
            title={t('notYet')}
            action={<LinkButton href={paths.atelier.calendar}>{t('calendar')}</LinkButton>}
          >
            {t('notYetHelp')}
          </Empty>
        </div>
      )}
    </div>
  );
}
