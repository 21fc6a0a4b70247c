'use client';

import { type ReactNode, type RefObject, useRef } from 'react';
import { DismissButton, Overlay } from 'react-aria/Overlay';
import { useDialog } from 'react-aria/useDialog';
import { useModalOverlay } from 'react-aria/useModalOverlay';
import { useOverlayTriggerState } from 'react-stately/useOverlayTriggerState';

interface Props {
  open: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Esc closes, and so does a press outside; else only what stands inside. */
  dismissable?: 'freely' | 'by key' | 'never';
  role?: 'dialog' | 'alertdialog';
  /** Its name, where no title says it. */
  label?: string;
  /** The classes of what covers the page, of the box on it, and of what the box holds. */
  classes: { cover: string; box: string; dialog: string };
  kind?: string;
  size?: string;
  /** @param title the attributes of the heading that names it */
  children: ReactNode | ((title: { id?: string }) => ReactNode);
}

/**
 * A dialog over the whole page, of react-aria's own hooks: its ready-made `Modal` brings its menus and lists with it, which every
 * page of the workspaces would carry. The focus is kept inside and returns to what opened it; the page behind does not move and is not read.
 */
export const Modal = (props: Props) => (props.open ? <OpenModal {...props} /> : null);

function OpenModal({ onOpenChange, dismissable = 'freely', classes, kind, size, children, label, role }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLElement>(null);
  const state = useOverlayTriggerState({ isOpen: true, onOpenChange });
  const { modalProps, underlayProps } = useModalOverlay(
    { isDismissable: dismissable === 'freely', isKeyboardDismissDisabled: dismissable === 'never' },
    state,
    box,
  );
  return (
    <Overlay>
      <div {...underlayProps} className={classes.cover} data-kind={kind}>
        <div {...modalProps} ref={box} className={classes.box} data-size={size}>
          {dismissable === 'freely' && <DismissButton onDismiss={state.close} />}
          <Inside ref={dialog} label={label} role={role} className={classes.dialog}>
            {children}
          </Inside>
        </div>
      </div>
    </Overlay>
  );
}

/** Below the overlay, whose focus it takes. */
function Inside({
  ref,
  label,
  role = 'dialog',
  className,
  children,
}: Pick<Props, 'label' | 'role' | 'children'> & { ref: RefObject<HTMLElement | null>; className: string }) {
  const { dialogProps, titleProps } = useDialog({ role, 'aria-label': label }, ref);
  return (
    <section {...dialogProps} ref={ref} className={className}>
      {typeof children === 'function' ? children(titleProps) : children}
    </section>
  );
}
