'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HandsSection } from '@/components/hands/hands-section';
import { AvailabilitySection } from '@/components/settings/availability-section';
import type { HandsDto } from '@/lib/absences/schemas';
import type { InvitationDto, MeDto, StaffMemberDto } from '@/lib/auth/schemas';
import type { BackupsDto } from '@/lib/backup/schemas';
import type { HouseDto } from '@/lib/house/schemas';
import { useHouse } from '@/lib/http/house';
import { useMe } from '@/lib/http/me';
import type { Page } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { BackupsSection } from './backups-section';
import { ChangeList } from './change-list';
import { HoursSection } from './hours-section';
import { IdentitySection } from './identity-section';
import { LegalSection } from './legal-section';
import { QuotesSection } from './quotes-section';
import { SafetySection } from './safety-section';
import { StagesSection } from './stages-section';
import { TaxSection } from './tax-section';
import { TeamSection } from './team-section';
import { useSectionInView } from './use-section-in-view';
import { WordsSection } from './words-section';

interface Props {
  me: MeDto;
  house: HouseDto;
  hands: HandsDto;
  currencyFixed: boolean;
  staff?: Page<StaffMemberDto>;
  backups?: BackupsDto;
  invitations: Page<InvitationDto>;
}

function Frame({
  sections,
  aside,
  children,
}: {
  sections: { id: string; title: string }[];
  aside?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('house.settings');
  const current = useSectionInView(sections.map(({ id }) => id));
  return (
    <div className="page py-8 md:py-10">
      <h1 className="d2">{t.rich('title', { i: (words) => <em>{words}</em> })}</h1>
      <div className="house-grid mt-10">
        <nav aria-label={t('sections')} className="house-sections">
          <ul className="flex flex-wrap gap-x-6 gap-y-1 lg:flex-col lg:gap-1">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="house-section" aria-current={id === current ? 'location' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 max-w-160 flex-col gap-16">{children}</div>
        {aside}
      </div>
    </div>
  );
}

/** « La maison » : each sees the sections they may change. The owner has them all; a couturier their own presence and the clients they invite. */
export function HousePage({ me: given, house: initial, hands, currencyFixed, staff, backups, invitations }: Props) {
  const t = useTranslations('house.settings');
  const account = useTranslations('settings');
  const saved = useTranslations('house.backups');
  const work = useTranslations('hands');
  const { data: house } = useHouse(initial);
  const { data: me = given } = useMe(given);
  if (me.role !== 'owner')
    return (
      <Frame
        sections={[
          { id: 'availability', title: account('availability') },
          { id: 'hands', title: work('ownTitle') },
          { id: 'invitations', title: t('invitations') },
        ]}
      >
        <AvailabilitySection me={me} />
        <HandsSection hands={hands} closures={house.closures} own />
        <TeamSection meId={me.id} invitations={invitations} roles={['client']} />
      </Frame>
    );
  const { stageHours, garmentHours, quoteDefaults, tax, legal } = house;
  return (
    <Frame
      sections={(
        [
          'identity',
          'team',
          'hands',
          'hours',
          'stages',
          'quotes',
          'tax',
          'legal',
          'words',
          'backups',
          'safety',
        ] as const
      ).map((id) => ({
        id,
        title: id === 'backups' ? saved('title') : id === 'hands' ? work('title') : t(id),
      }))}
      aside={<ChangeList house={house} journal={paths.atelier.journal} />}
    >
      <IdentitySection house={house} currencyFixed={currencyFixed} />
      <TeamSection meId={me.id} staff={staff} invitations={invitations} roles={['couturier', 'owner', 'client']} />
      <HandsSection hands={hands} closures={house.closures} />
      <HoursSection house={house} today={hands.today} />
      {stageHours && garmentHours && (
        <StagesSection house={house} stageHours={stageHours} garmentHours={garmentHours} />
      )}
      {quoteDefaults && <QuotesSection house={house} quoteDefaults={quoteDefaults} />}
      {tax && <TaxSection house={house} tax={tax} />}
      {tax && legal && <LegalSection house={house} legal={legal} tax={tax} />}
      <WordsSection house={house} couturiers={staff?.items ?? []} />
      {backups && <BackupsSection backups={backups} />}
      {staff && <SafetySection house={house} staff={staff} meId={me.id} />}
    </Frame>
  );
}
