import type { ComponentProps } from 'react';
import { Link } from '@/lib/i18n/routing';
import { buttonLook, type ButtonLook } from './button-look';

/** A link that looks like a button: it goes somewhere, a button does something. Works without JavaScript. */
export function LinkButton({
  variant,
  size,
  wide,
  icon,
  className,
  ...props
}: ButtonLook & ComponentProps<typeof Link>) {
  return <Link {...props} {...buttonLook({ variant, size, wide, icon }, className)} />;
}

/** The house's text link: ink with a fine underline that turns garance. */
export function TextLink({ className = '', ...props }: ComponentProps<typeof Link>) {
  return <Link {...props} className={`link ${className}`.trim()} />;
}
