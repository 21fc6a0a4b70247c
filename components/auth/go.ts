import type { Locale, Role } from '@/lib/actor';
import { afterSignIn } from '@/lib/auth/rules';
import { paths } from '@/lib/paths';

/** Opens the person's page anew, so that nothing of the visitor's is left on it. */
export function enter(role: Role, next: string | undefined, locale: Locale): void {
  window.location.assign(afterSignIn(next, locale, role === 'client' ? paths.account.home : paths.atelier.today));
}
