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
  /** Each line that was opened, and whether it has gone silent, for ever. */
  const lines: { silent: boolean }[] = [];
  await page.routeWebSocket(/.*/, (ws) => {
    count += 1;
    if (refused !== undefined) return void ws.close({ code: refused });
    current = ws;
    const line = { silent: dead };
    lines.push(line);
    const server = ws.connectToServer();
    ws.onMessage((message) => {
      if (!line.silent) server.send(message);
    });
    server.onMessage((message) => {
      if (!line.silent && !dropped(JSON.parse(String(message)) as { t: string })) ws.send(message);
    });
  });
  return {
    goDead: () => {
      dead = true;
      for (const line of lines) line.silent = true;
    },
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
