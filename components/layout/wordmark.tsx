import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

/** The name of the house, roman then italic. `short` for the narrow rail. */
export function Wordmark({ href = paths.home, large, short }: { href?: string; large?: boolean; short?: boolean }) {
  return (
    <Link href={href} className="wordmark" data-large={large || undefined} aria-label="FashionFlow">
      {short ? 'F' : 'Fashion'}
      <em>{short ? 'f' : 'Flow'}</em>
    </Link>
  );
}
