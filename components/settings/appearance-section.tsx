'use client';

import { useTranslations } from 'next-intl';
import { LanguageSwitch } from '@/components/layout/language-switch';
import { useTheme } from '@/components/layout/theme-switch';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { isTheme, THEMES } from '@/lib/theme/theme';
import { SettingsSection } from './settings-section';

/** Day or night on this device, and the language of the pages. */
export function AppearanceSection() {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const [theme, choose] = useTheme();
  return (
    <SettingsSection id="appearance" title={t('appearance')}>
      <div className="flex flex-col gap-6">
        <RadioGroup
          label={t('theme')}
          layout="row"
          orientation="horizontal"
          value={theme}
          onChange={(value) => isTheme(value) && choose(value)}
        >
          {THEMES.map((one) => (
            <ChoiceChip key={one} value={one}>
              {common(`theme.${one}`)}
            </ChoiceChip>
          ))}
        </RadioGroup>
        <p>
          <span className="field-label mb-1 block">{t('pageLanguage')}</span>
          <LanguageSwitch label={t('pageLanguage')} />
        </p>
      </div>
    </SettingsSection>
  );
}
