'use client';

import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { SettingsSection } from './settings-section';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { describeDevice } from '@/lib/auth/describe-device';
import { useAddPasskey, useBeginApp, useRemoveSecondKey, useRenewCodes, useSecondKeys } from '@/lib/http/second-keys';
import { formatDate } from '@/lib/i18n/format';
import type { NewAppDto, SecondKeysDto } from '@/lib/second-keys/schemas';
import { AppDialog } from './app-dialog';
import { ProveDialog } from './prove-dialog';

type Step =
  | { at: 'app' | 'passkey' | 'codes' }
  | { at: 'remove'; key: string; name: string }
  | { at: 'scan'; made: NewAppDto }
  | { at: 'told'; codes: string[] };

/** Recovery codes, told once, in two columns as they are written down. */
function ToldCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useTranslations('settings.secondKeys');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      must
      title={t('codesTitle')}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <p>{t('codesText')}</p>
      <ol className="key-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** The rows of the keys there are, and the codes for the day they are lost. */
function KeyRows({ keys, onStep }: { keys: SecondKeysDto; onStep: (step: Step) => void }) {
  const t = useTranslations('settings.secondKeys');
  const locale = useLocale();
  const rows = [
    ...(keys.app
      ? [{ key: 'app', name: t('app'), note: t('appAdded', { date: formatDate(locale, keys.app.createdAt) }) }]
      : []),
    ...keys.passkeys.map(({ id, name, createdAt, usedAt }) => ({
      key: id,
      name,
      note: usedAt
        ? t('passkeyUsed', { date: formatDate(locale, usedAt) })
        : t('passkeyNew', { date: formatDate(locale, createdAt) }),
    })),
  ];
  if (rows.length === 0) return <p className="small text-ocre">{t('none')}</p>;
  return (
    <ul className="border-t border-ink">
      {rows.map(({ key, name, note }) => (
        <li key={key} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-2">
          <span className="flex-1">
            <span className="strong">{name}</span>
            <span className="caption block">{note}</span>
          </span>
          <Button
            size="small"
            variant="quiet"
            aria-label={t('removeLabel', { name })}
            onPress={() => onStep({ at: 'remove', key, name })}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
      <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-2">
        <span className="flex-1">
          {t('codes')}
          <span className="caption block">{t('codesLeft', { n: keys.codesLeft })}</span>
        </span>
        <Button size="small" variant="quiet" onPress={() => onStep({ at: 'codes' })}>
          {t('renew')}
        </Button>
      </li>
    </ul>
  );
}

/** What one shows beside the password: an app with codes, passkeys, and codes on paper. */
export function SecondKeysSection({ initial }: { initial: SecondKeysDto }) {
  const t = useTranslations('settings.secondKeys');
  const say = useToast();
  const { data: keys } = useSecondKeys(initial);
  const beginApp = useBeginApp();
  const addPasskey = useAddPasskey();
  const renew = useRenewCodes();
  const remove = useRemoveSecondKey();
  const [step, setStep] = useState<Step>();
  const close = () => setStep(undefined);
  const bare = !keys.app && keys.passkeys.length === 0;
  const added = ({ codes }: { codes: string[] }) => {
    say({ text: t('added') });
    setStep(codes.length > 0 ? { at: 'told', codes } : undefined);
  };
  const device = typeof navigator === 'undefined' ? undefined : describeDevice(navigator.userAgent);
  return (
    <SettingsSection id="second-keys" title={t('title')} help={keys.required && bare ? t('needed') : t('help')}>
      <KeyRows keys={keys} onStep={setStep} />
      <div className="mt-6 flex flex-wrap gap-3">
        <Button
          variant={bare ? 'primary' : 'secondary'}
          onPress={() =>
            browserSupportsWebAuthn() ? setStep({ at: 'passkey' }) : say({ text: t('unsupported'), error: true })
          }
        >
          {t('addPasskey')}
        </Button>
        <Button onPress={() => setStep({ at: 'app' })}>{t(keys.app ? 'replaceApp' : 'addApp')}</Button>
      </div>
      {step?.at === 'app' && (
        <ProveDialog
          title={t('proveTitle')}
          action={t('go')}
          onClose={close}
          onProve={async (password) => setStep({ at: 'scan', made: await beginApp.mutateAsync(password) })}
        />
      )}
      {step?.at === 'passkey' && (
        <ProveDialog
          title={t('addPasskey')}
          named={device ? device.system : t('addPasskey')}
          action={t('go')}
          onClose={close}
          onProve={async (password, name) => added(await addPasskey.mutateAsync({ password, name }))}
        />
      )}
      {step?.at === 'codes' && (
        <ProveDialog
          title={t('renewTitle')}
          text={t('renewText')}
          action={t('renew')}
          onClose={close}
          onProve={async (password) => setStep({ at: 'told', codes: (await renew.mutateAsync(password)).codes })}
        />
      )}
      {step?.at === 'remove' && (
        <ProveDialog
          title={t('removeTitle', { name: step.name })}
          text={t('removeText')}
          action={t('remove')}
          grave
          onClose={close}
          onProve={async (password) => {
            await remove.mutateAsync({ password, key: step.key });
            say({ text: t('removed') });
            close();
          }}
        />
      )}
      {step?.at === 'scan' && <AppDialog made={step.made} onClose={close} onDone={(codes) => added({ codes })} />}
      {step?.at === 'told' && <ToldCodes codes={step.codes} onClose={close} />}
    </SettingsSection>
  );
}
