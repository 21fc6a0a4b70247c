/** Primary: ink, one per view. Sign: giving one's word. Grave: what cannot be taken back. Outline: small tools in rows. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'sign' | 'grave' | 'outline';
export type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as its container. */
  wide?: boolean;
  /** A square holding only an icon; give it an `aria-label`. */
  icon?: boolean;
}

/** The attributes that dress a button or a link as a button; shared by the native and the react-aria versions. */
export const buttonLook = (look: ButtonLook, className = '') => ({
  className: `button ${className}`.trim(),
  'data-variant': look.variant ?? 'secondary',
  'data-size': look.size ?? 'medium',
  'data-wide': look.wide || undefined,
  'data-icon': look.icon || undefined,
});
