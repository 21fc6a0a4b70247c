import { forgetAccount } from '@/lib/http/forget-account';
import { drafts, tabDrafts } from './draft-store';

/** A browser whose storage does not answer keeps nobody signed in. */
const PATIENCE_MS = 2000;

/**
 * An account leaves this device: nothing it typed and nothing that waits to be sent stays for who comes next. Called wherever
 * somebody signs out, before the page is left.
 */
export async function forgetOnDevice(account: string): Promise<void> {
  drafts.forget(account);
  tabDrafts.forget(account);
  const patience = new Promise<void>((resolve) => void setTimeout(resolve, PATIENCE_MS));
  await Promise.race([forgetAccount(account), patience]);
}
