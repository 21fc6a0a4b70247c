'use client';

import { Menu, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Icon } from '@/components/ui/icon';

interface Props {
  openLabel: string;
  closeLabel: string;
  /** The links, full screen. */
  children: ReactNode;
}

/** The phone's menu: the browser's own modal dialog keeps the focus inside and closes with Esc. */
export function PhoneMenu({ openLabel, closeLabel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={openLabel}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon of={Menu} />
      </button>
      <dialog ref={dialog} aria-label={openLabel} className="phone-menu">
        <div className="flex h-15 items-center justify-end px-3">
          <button type="button" className="icon-button" aria-label={closeLabel} onClick={() => dialog.current?.close()}>
            <Icon of={X} />
          </button>
        </div>
        {/* A link inside leads away: the menu closes with it. Keyboard activation arrives here as a click too. */}
        <nav
          aria-label={openLabel}
          className="flex flex-col gap-5 px-5 pb-10"
          onClickCapture={(event) => {
            if (event.target instanceof Element && event.target.closest('a')) dialog.current?.close();
          }}
        >
          {children}
        </nav>
      </dialog>
    </>
  );
}
