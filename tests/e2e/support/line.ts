import type { Page, WebSocketRoute } from '@playwright/test';

export interface LineInHand {
  /** From now on frames vanish both ways, and nobody says goodbye. */
  goDead: () => void;
  /** New lines work again; those that went dead stay dead. */
  heal: () => void;
  /** Frames from the house that are not passed on. */
  drop: (which: (frame: { t: string }) => boolean) => void;
  /** Ends the open line with a code, and every new one until `heal`. */
  refuse: (code: number) => void;
  /** How many lines were opened. */
  opened: () => number;
}

/** Takes the live line of a page in hand: call before the page opens. */
export async function holdLine(page: Page): Promise<LineInHand> {
  let dead = false;
  let count = 0;
  let refused: number | undefined;
  let dropped: (frame: { t: string }) => boolean = () => false;
  let current: WebSocketRoute | undefined;
  await page.routeWebSocket(/.*/, (ws) => {
    count += 1;
    if (refused !== undefined) return void ws.close({ code: refused });
    current = ws;
    const gone = dead;
    let silent = gone;
    const server = ws.connectToServer();
    const check = () => (silent ||= dead);
    ws.onMessage((message) => {
      if (!check()) server.send(message);
    });
    server.onMessage((message) => {
      if (!check() && !dropped(JSON.parse(String(message)) as { t: string })) ws.send(message);
    });
  });
  return {
    goDead: () => (dead = true),
    heal: () => {
      dead = false;
      refused = undefined;
    },
    drop: (which) => (dropped = which),
    refuse: (code) => {
      refused = code;
      void current?.close({ code });
    },
    opened: () => count,
  };
}
