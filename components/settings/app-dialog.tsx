'use client';

import { useTranslations } from 'next-intl';
import QRCode from 'qrcode';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useConfirmApp } from '@/lib/http/second-keys';
import type { NewAppDto } from '@/lib/second-keys/schemas';

/** A secret as a drawing that a phone's camera reads: dark on light in both themes, as cameras want it. */
function Drawing({ uri, label }: { uri: string; label: string }) {
  const { modules } = QRCode.create(uri, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const path = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '')).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`-3 -3 ${size + 6} ${size + 6}`} className="key-drawing">
      <path d={path} />
    </svg>
  );
}

/** The secret of an app, told once, and the code that shows it was read. */
export function AppDialog({
  made,
  onDone,
  onClose,
}: {
  made: NewAppDto;
  onDone: (codes: string[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations('settings');
  const refusal = useRefusal();
  const confirm = useConfirmApp();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const submit = () => {
    setError(undefined);
    confirm.mutate(code, {
      onSuccess: ({ codes }) => onDone(codes),
      onError: (refused) => setError(refusal(refused).first),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      must
      title={t('secondKeys.app')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="app-code" busy={confirm.isPending}>
            {t('secondKeys.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('secondKeys.scan')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-5">
        <Drawing uri={made.uri} label={t('secondKeys.qr')} />
        <p className="small min-w-0">
          <span className="block text-ink3">{t('secondKeys.key')}</span>
          <code className="key-secret">{made.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </div>
      <form
        id="app-code"
        method="post"
        noValidate
        className="mt-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          id="app-code-field"
          label={t('secondKeys.appCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={error}
        />
      </form>
    </Dialog>
  );
}
