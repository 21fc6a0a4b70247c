'use client';

import { useTranslations } from 'next-intl';
import { useRefusal } from '@/components/form/use-refusal';
import { LinkLikeButton } from '@/components/ui/button';
import { useSendAddressProof } from '@/lib/http/me';

/** That nobody has shown yet that the address is read by its person, and how they do. */
export function AddressState({ email }: { email: string }) {
  const t = useTranslations('settings');
  const send = useSendAddressProof();
  const refusal = useRefusal();
  return (
    <p className="small mt-2 text-ink2" role="status">
      {send.isSuccess ? (
        t('emailProofSent', { email })
      ) : (
        <>
          {send.error ? refusal(send.error).text : t('emailUnproved')}{' '}
          <LinkLikeButton onPress={() => send.mutate()}>{t('emailProve')}</LinkLikeButton>
        </>
      )}
    </p>
  );
}
