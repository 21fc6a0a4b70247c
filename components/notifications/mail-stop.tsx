'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { resumeMails, stopMails } from '@/lib/http/mail-stops';

interface Props {
  token: string;
  words: Record<'stopping' | 'stopped' | 'resume' | 'resumed' | 'stop' | 'failed', string>;
}

/**
 * Stops the mails as soon as the page is there, and takes that back with one press. The page itself changes nothing when it is
 * only fetched, as programs do that look at every link of a mail before its reader does.
 */
export function MailStop({ token, words }: Props) {
  const [state, setState] = useState<'stopping' | 'stopped' | 'resumed' | 'failed'>('stopping');
  const set = async (stop: boolean) => {
    try {
      setState((await (stop ? stopMails : resumeMails)(token)).stopped ? 'stopped' : 'resumed');
    } catch {
      setState('failed');
    }
  };
  const begin = useEffectEvent(() => void set(true));
  useEffect(() => begin(), []);
  return (
    <div className="flex flex-col items-start gap-5">
      <p role="status" className="strong">
        {words[state]}
      </p>
      {state !== 'stopping' && (
        <button type="button" className="link" onClick={() => void set(state !== 'stopped')}>
          {words[state === 'stopped' ? 'resume' : 'stop']}
        </button>
      )}
    </div>
  );
}
