import { initials } from '@/lib/i18n/format';
import { AVATARS } from '@/lib/palette';
import { AvailabilityDot, type AvailabilityState } from './availability';

/** The same name always gets the same paper. */
export function paperOf(name: string): (typeof AVATARS)[number] {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return AVATARS[sum % AVATARS.length] ?? AVATARS[0];
}

interface Props {
  name: string;
  /** Pixels, 26–52. */
  size?: number;
  src?: string;
  availability?: AvailabilityState;
}

/** A person: their picture, or initials on paper. Decoration beside their written name. */
export function Avatar({ name, size = 36, src, availability }: Props) {
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{ width: size, height: size, background: paperOf(name), fontSize: Math.round(size * 0.4) }}
    >
      {src ? <img src={src} alt="" width={size} height={size} /> : initials(name)}
      {availability && <AvailabilityDot state={availability} size={size >= 32 ? 12 : 9} />}
    </span>
  );
}
