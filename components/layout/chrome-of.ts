/** What surrounds a page of the workspaces. */
export interface Chrome {
  /** Header or rail; without, the page brings its own. */
  frame: boolean;
  /** The bar at the bottom of a phone. */
  bar: boolean;
  footer: boolean;
  /** The rail with icons only, whatever the width. */
  narrow: boolean;
  /** One open conversation: it fills the window. */
  voice: boolean;
}

/**
 * The order flow and the first steps of a house stand alone; a conversation takes the whole phone and keeps a narrow rail on a desk.
 * @param pathname without language.
 */
export function chromeOf(pathname: string): Chrome {
  const flow = pathname === '/account/orders/new' || pathname === '/atelier/first-steps';
  const messages = /^\/(account|atelier)\/messages(\/|$)/.test(pathname);
  const conversation = /^\/(account|atelier)\/messages\/[^/]+$/.test(pathname);
  return {
    frame: !flow,
    bar: !flow && !conversation,
    footer: !flow && !messages && !pathname.startsWith('/atelier'),
    narrow: messages,
    voice: conversation && !pathname.endsWith('/messages/new'),
  };
}
