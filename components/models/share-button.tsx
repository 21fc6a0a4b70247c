'use client';

import { Check, Share } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import { Icon } from '@/components/ui/icon';

/** Hands the address to the device's own sharing, or copies it where there is none. */
export function ShareButton({
  title,
  label,
  copied,
  className,
}: Record<'title' | 'label' | 'copied' | 'className', string>) {
  const [done, setDone] = useState(false);
  const share = async () => {
    const url = window.location.href.split('#')[0] ?? '';
    try {
      if (typeof navigator.share === 'function') await navigator.share({ title, url });
      else setDone(await copyText(url));
    } catch (error) {
      // Closing the device's own sheet is a choice, not a failure.
      if (!(error instanceof DOMException)) throw error;
    }
  };
  return (
    <button type="button" className={className} aria-label={label} onClick={() => void share()}>
      <Icon of={done ? Check : Share} />
      <span className="sr-only" role="status">
        {done ? copied : ''}
      </span>
    </button>
  );
}
