import type { KeyboardEvent, PointerEvent } from 'react';

const STEP = 8;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Size {
  width: number;
  height: number;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** A point of the window as one of the picture; `box` is the sheet’s. */
export const pointOf = (event: { clientX: number; clientY: number }, box: DOMRect, size: Size): [number, number] => [
  within(((event.clientX - box.left) / box.width) * size.width, size.width),
  within(((event.clientY - box.top) / box.height) * size.height, size.height),
];

/** What lies on the sheet moves with the pointer that holds it, and by the arrows: 8 px, with Shift 1 px. */
export function movesOf(
  at: { x: number; y: number },
  size: Size,
  onMove: (x: number, y: number) => void,
): {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
} {
  return {
    onKeyDown: (event) => {
      const way = ARROWS[event.key];
      if (!way) return;
      event.preventDefault();
      const by = event.shiftKey ? 1 : STEP;
      onMove(within(at.x + way[0] * by, size.width), within(at.y + way[1] * by, size.height));
    },
    onPointerDown: (event) => {
      if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const sheet = event.currentTarget.closest('[data-sheet]')?.getBoundingClientRect();
      if (sheet) onMove(...pointOf(event, sheet, size));
    },
  };
}
