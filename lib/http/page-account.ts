/**
 * Whose page this is. A browser keeps one session for all its tabs, so another tab may sign in as somebody else while this
 * page stays open: every request says for which account its page was made, and the house refuses the rest.
 */
const NAME = 'account';

/** The header that carries it. */
export const ACCOUNT_HEADER = 'x-account';
/** Told to the window when the house answers that somebody else is signed in. */
const OTHER_ACCOUNT = 'fashionflow:other-account';
/** Under which the tabs tell each other who is signed in. */
const KEY = 'ff-account';

/** The mark that a signed-in space puts into the head of the page. */
export const accountMark = (id: string): { name: string; content: string } => ({ name: NAME, content: id });

/** The account this page was made for; undefined on a page for everybody. */
export function pageAccount(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.querySelector<HTMLMetaElement>(`meta[name="${NAME}"]`)?.content;
}

export const tellOtherAccount = (): boolean => window.dispatchEvent(new Event(OTHER_ACCOUNT));

/**
 * Tells the other tabs whose session this is, and listens to what they and the house say.
 * @param doubt somebody else seems to be signed in
 * @returns stops listening
 */
export function watchAccount(id: string, doubt: () => void): () => void {
  const read = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const look = () => {
    const now = read();
    if (document.visibilityState === 'visible' && now !== null && now !== id) doubt();
  };
  const hear = (event: StorageEvent) => {
    if (event.key === KEY && event.newValue !== null && event.newValue !== id) doubt();
  };
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Without storage the house's own answers are left.
  }
  window.addEventListener(OTHER_ACCOUNT, doubt);
  window.addEventListener('storage', hear);
  window.addEventListener('focus', look);
  window.addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    window.removeEventListener(OTHER_ACCOUNT, doubt);
    window.removeEventListener('storage', hear);
    window.removeEventListener('focus', look);
    window.removeEventListener('pageshow', look);
    document.removeEventListener('visibilitychange', look);
  };
}
