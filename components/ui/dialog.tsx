'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import { Icon } from './icon';
import { Modal } from './modal';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, as a title. */
  title: ReactNode;
  children?: ReactNode;
}

interface DialogProps extends Props {
  size?: 'medium' | 'large';
  /** Verbs: cancel (quiet) first, then the pair. */
  actions?: ReactNode;
  /** A question that must be answered: pressing outside does not close it. */
  must?: boolean;
}

/** Asks one question. The focus is kept inside, Esc closes, the focus returns to what opened it. */
export function Dialog({ open, onOpenChange, title, children, size = 'medium', actions, must = false }: DialogProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      dismissable={must ? 'by key' : 'freely'}
      role={must ? 'alertdialog' : 'dialog'}
      kind="dialog"
      size={size}
      classes={{ cover: 'scrim', box: 'dialog-box', dialog: 'dialog' }}
    >
      {(titleProps) => (
        <>
          <h2 {...titleProps} className="h2">
            {title}
          </h2>
          {children && <div className="mt-3 text-ink2">{children}</div>}
          {actions && <div className="dialog-actions">{actions}</div>}
        </>
      )}
    </Modal>
  );
}

interface SheetProps extends Props {
  closeLabel: string;
  /** Stays at the foot while the rest scrolls. */
  foot?: ReactNode;
}

/** A side panel on a desk, a drawer from below on a phone: filters, a task, an appointment. */
export function Sheet({ open, onOpenChange, title, children, closeLabel, foot }: SheetProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      kind="sheet"
      classes={{ cover: 'scrim', box: 'sheet-box', dialog: 'flex min-h-full flex-col outline-none' }}
    >
      {(titleProps) => (
        <>
          <div className="sheet-grip" />
          <div className="flex items-start justify-between gap-4 px-6 pt-5">
            <h2 {...titleProps} className="h2">
              {title}
            </h2>
            <IconButton label={closeLabel} className="-mt-2 -mr-3" onPress={() => onOpenChange(false)}>
              <Icon of={X} />
            </IconButton>
          </div>
          <div className="flex-1 px-6 pt-4 pb-6">{children}</div>
          {foot && <div className="sticky bottom-0 border-t border-hair bg-sheet px-6 py-4">{foot}</div>}
        </>
      )}
    </Modal>
  );
}
