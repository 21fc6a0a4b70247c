import { ForbiddenView } from '@/components/layout/forbidden-view';
import { pageActor } from '@/lib/web/page-actor';

/** Somebody of the other side of the house stands at this door. */
export default async function ForbiddenPage() {
  return <ForbiddenView actor={await pageActor()} />;
}
