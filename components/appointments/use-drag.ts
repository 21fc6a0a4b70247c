import { type PointerEvent, useRef, useState } from 'react';
import { type Move, QUARTER } from './use-moves';
import { HOUR_PX } from './week';

/** Pixels of a quarter of an hour. */
const STEP = HOUR_PX / 4;
/** Less than this is a press. */
const SLACK = 5;

interface Held {
  x: number;
  y: number;
  /** Width of a day's column. */
  column: number;
  resizing: boolean;
}

/**
 * An appointment that is being dragged: it follows the pointer by quarters of an hour and by days; held by its lower edge it grows.
 * Touch scrolls the page instead: a finger opens it and moves it in its form.
 */
export function useDrag(onDrop: (move: Move) => void) {
  const held = useRef<Held | null>(null);
  const [move, setMove] = useState<Required<Move> & { column: number }>();
  const moveOf = (event: PointerEvent, { x, y, column, resizing }: Held) => {
    const quarters = Math.round((event.clientY - y) / STEP) * QUARTER;
    const days = resizing ? 0 : Math.round((event.clientX - x) / column);
    return { days, minutes: resizing ? 0 : quarters, length: resizing ? quarters : 0, column };
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.pointerType === 'touch' || event.button !== 0) return;
      const box = event.currentTarget.getBoundingClientRect();
      const column = event.currentTarget.closest('ul')?.getBoundingClientRect().width ?? 0;
      held.current = { x: event.clientX, y: event.clientY, column, resizing: event.clientY > box.bottom - 7 };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      const start = held.current;
      if (!start) return;
      if (!move && Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLACK) return;
      setMove(moveOf(event, start));
    },
    onPointerUp: (event: PointerEvent<HTMLButtonElement>) => {
      const start = held.current;
      held.current = null;
      if (!start || !move) return;
      setMove(undefined);
      onDrop(moveOf(event, start));
      // The click that follows a drag opens nothing.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    },
    onPointerCancel: () => {
      held.current = null;
      setMove(undefined);
    },
  };
  return { move, handlers };
}
