import { getTranslations } from 'next-intl/server';
import { WorkspaceProviders } from '@/components/layout/workspace-providers';
import { pickMessages } from '@/lib/i18n/messages';
import { ActionsSection } from './actions-section';
import { ColoursSection } from './colours-section';
import { FieldsSection } from './fields-section';
import { LettersSection } from './letters-section';
import { OverlaysSection } from './overlays-section';
import { StatesSection } from './states-section';
import { ThreadSection } from './thread-section';
import { pageParams } from '@/lib/web/page-params';

export const metadata = { title: 'Le vestiaire des composants', robots: { index: false } };

/** Every primitive in both themes, for the team; its words are samples, not texts of the product. */
export default async function ComponentsPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await pageParams(params);
  const t = await getTranslations('common');
  return (
    <WorkspaceProviders
      account="components"
      deviceKeys={Buffer.alloc(32).toString('base64')}
      locale={locale}
      messages={pickMessages(locale, ['common', 'states', 'form'])}
      closeLabel={t('close')}
    >
      <main>
        <h1 className="sr-only">Le vestiaire des composants</h1>
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} data-theme={theme} aria-label={theme} className="bg-paper py-14 text-ink">
            <div className="page flex flex-col gap-14">
              <p className="d2">
                Le vestiaire <em>des composants</em>
              </p>
              <ColoursSection />
              <div className="grid gap-14 lg:grid-cols-2">
                <LettersSection />
                <ActionsSection />
              </div>
              <div className="grid gap-14 lg:grid-cols-2">
                <ThreadSection />
                <FieldsSection prefix={theme} />
              </div>
              <OverlaysSection />
              <StatesSection />
            </div>
          </section>
        ))}
      </main>
    </WorkspaceProviders>
  );
}
