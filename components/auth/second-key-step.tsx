'use client';

import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { DoorNotice } from './door-notice';

/** What the house asked for once the password was right. */
export interface AskedKey {
  app: boolean;
  passkey?: PublicKeyCredentialRequestOptionsJSON;
}

interface Props {
  asked: AskedKey;
  /** Comes in with a code, or with what an authenticator answered. */
  onShow: (second: { code?: string; passkey?: string }) => Promise<void>;
  /** What a passkey is to sign now; what was asked before serves once. */
  onAsk: () => Promise<AskedKey>;
  onBack: () => void;
}

/** The second step of coming in: a passkey, a code of the app, or one on paper. */
export function SecondKeyStep({ asked, onShow, onAsk, onBack }: Props) {
  const t = useTranslations('auth');
  const refusal = useRefusal({ rate_limited: t('errors.limited'), second_key_wrong: t('signIn.second.wrong') });
  const [code, setCode] = useState('');
  const [error, setError] = useState<{ code?: string; form?: string }>({});
  const [busy, setBusy] = useState<'code' | 'passkey'>();
  const [spent, setSpent] = useState(false);
  const attempt = async (which: 'code' | 'passkey', work: () => Promise<void>) => {
    setError({});
    setBusy(which);
    try {
      await work();
    } catch (refused) {
      const { code: said, text } = refusal(refused);
      if (said === 'second_key_wrong') setError({ code: text });
      else setError({ form: which === 'passkey' && said !== 'rate_limited' ? t('signIn.second.passkeyWrong') : text });
      setBusy(undefined);
    }
  };
  const showPasskey = () =>
    attempt('passkey', async () => {
      const { passkey } = spent ? await onAsk() : asked;
      setSpent(true);
      if (passkey) await onShow({ passkey: JSON.stringify(await startAuthentication({ optionsJSON: passkey })) });
    });
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() === '') return setError({ code: t('signIn.second.empty') });
        void attempt('code', () => onShow({ code }));
      }}
    >
      <h2 className="h2">{t.rich('signIn.second.title', { i: (words) => <em>{words}</em> })}</h2>
      <p className="mt-2 text-ink2">{t(asked.app ? 'signIn.second.app' : 'signIn.second.noApp')}</p>
      {error.form && <DoorNotice words={error.form} />}
      <div className="mt-6 flex flex-col gap-6">
        {asked.passkey && (
          <Button size="large" wide busy={busy === 'passkey'} onPress={() => void showPasskey()}>
            {t('signIn.second.passkey')}
          </Button>
        )}
        <TextField
          id="second-code"
          name="code"
          label={t('signIn.second.code')}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={setCode}
          error={error.code}
        />
        <Button type="submit" variant="primary" size="large" wide busy={busy === 'code'} busyLabel={t('sending')}>
          {t('signIn.second.submit')}
        </Button>
        <Button variant="quiet" onPress={onBack}>
          {t('signIn.second.back')}
        </Button>
      </div>
    </form>
  );
}
