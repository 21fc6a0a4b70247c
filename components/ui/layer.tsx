'use client';

import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { ButtonContext } from 'react-aria-components';

/** What a menu or a panel, loaded when it is first wanted, is told by the button that opens it. */
export interface Layer {
  /** It is open or may soon be: the button has the pointer or the focus. */
  near: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  triggerRef: RefObject<HTMLButtonElement | null>;
  id: string;
  /** Where the focus goes, as the WAI-ARIA menu button has it: a pointer chooses for itself, the keyboard begins at an end. */
  focus: 'first' | 'last' | true;
}

interface Props {
  /** The button that opens it; must be a react-aria Button. */
  trigger: ReactNode;
  popup: 'menu' | 'dialog';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: (layer: Layer) => ReactNode;
}

/**
 * A button and what it opens. What it opens is not sent with the page: it is asked for as soon as the pointer or the focus comes
 * near, and is there when the button is pressed.
 */
export function WithLayer({ trigger, popup, open: told, onOpenChange: tell, children }: Props) {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [own, setOwn] = useState(false);
  const [near, setNear] = useState(false);
  const [focus, setFocus] = useState<Layer['focus']>(true);
  const open = told ?? own;
  const onOpenChange = (next: boolean) => {
    setOwn(next);
    tell?.(next);
  };
  const begin = (at: Layer['focus']) => {
    setFocus(at);
    onOpenChange(true);
  };
  const come = () => setNear(true);
  return (
    <>
      <ButtonContext
        value={{
          ref: triggerRef,
          'aria-haspopup': popup,
          'aria-expanded': open,
          'aria-controls': open ? id : undefined,
          isPressed: open,
          onHoverStart: come,
          onFocus: come,
          onPressStart: come,
          onPress: ({ pointerType }) =>
            open
              ? onOpenChange(false)
              : begin(pointerType === 'keyboard' || pointerType === 'virtual' ? 'first' : true),
          onKeyDown: (event) => {
            if (popup === 'menu' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
              event.preventDefault();
              begin(event.key === 'ArrowDown' ? 'first' : 'last');
            } else event.continuePropagation();
          },
        }}
      >
        {trigger}
      </ButtonContext>
      {children({ near: near || open, open, onOpenChange, triggerRef, id, focus })}
    </>
  );
}
