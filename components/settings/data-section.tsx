'use client';

import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAccount } from '@/components/form/account';
import { forgetOnDevice } from '@/components/form/forget-device';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { useLive } from '@/components/live/live-provider';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { TextField } from '@/components/ui/text-field';
import { EXPORT_PATH, useEraseMe } from '@/lib/http/me';
import { paths } from '@/lib/paths';
import { SettingsSection } from './settings-section';

/** One's own data: taken away as an archive, or erased for good by who knows the password. */
export function DataSection({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const t = useTranslations('settings');
  const errors = useTranslations('errors');
  const locale = useLocale();
  const account = useAccount();
  const { client: live } = useLive();
  const refusal = useRefusal();
  const erase = useEraseMe();
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<{ field?: string; text?: string }>({});

  const ask = (open: boolean) => {
    setAsking(open);
    setPassword('');
    setProblem({});
  };
  const submit = () => {
    if (password === '') return setProblem({ field: errors('fields.required') });
    setProblem({});
    // The line is put down first: the end of the session is no surprise here.
    live.stop();
    erase.mutate(
      { password },
      {
        onSuccess: () =>
          void forgetOnDevice(account).then(() => window.location.assign(`/${locale}${paths.signIn}?left=erased`)),
        onError: (error) => {
          live.start();
          const { code, text } = refusal(error);
          setProblem(code === 'wrong_password' ? { field: text } : { text });
        },
      },
    );
  };

  return (
    <SettingsSection id="data" title={t('data')} help={t('dataHelp')}>
      <div className="border-t border-ink">
        <div className="flex flex-wrap items-center justify-between gap-4 border-b border-hair py-4">
          <p className="small measure text-ink2">{t('downloadHelp')}</p>
          <a className="button" data-variant="secondary" data-size="medium" href={EXPORT_PATH} download>
            <span className="button-content">
              <Icon of={Download} size={16} />
              {t('download')}
            </span>
          </a>
        </div>
        <div className="mt-6 flex flex-col items-start gap-4">
          {hasPassword ? (
            <Button variant="grave" onPress={() => ask(true)}>
              {t('erase')}
            </Button>
          ) : (
            <>
              <p className="small measure text-ink2">{t('eraseNoPassword')}</p>
              <LinkButton href={paths.forgotPassword}>{t('askLink')}</LinkButton>
            </>
          )}
        </div>
      </div>
      <Dialog
        open={asking}
        onOpenChange={ask}
        must
        title={t('eraseTitle')}
        actions={
          <>
            <Button variant="quiet" onPress={() => ask(false)}>
              {t('cancel')}
            </Button>
            <Button variant="grave" type="submit" form="erase" busy={erase.isPending}>
              {t('eraseConfirm')}
            </Button>
          </>
        }
      >
        <form
          method="post"
          id="erase"
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p className="small">{t('eraseText')}</p>
          <p className="small">{t('eraseKept')}</p>
          <p className="small strong text-ink">{t('eraseForGood')}</p>
          <Refusal of={problem.text} head />
          {/* For password managers: whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            id="erase-password"
            type="password"
            autoComplete="current-password"
            label={t('erasePassword')}
            value={password}
            onChange={setPassword}
            error={problem.field}
          />
        </form>
      </Dialog>
    </SettingsSection>
  );
}
