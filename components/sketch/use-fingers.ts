import { type PointerEvent, useRef } from 'react';

interface Pinch {
  distance: number;
  zoom: number;
  middle: { clientX: number; clientY: number };
}

/**
 * Two fingers on the sheet move and enlarge it; one finger draws. Each handler answers whether the event was the fingers’.
 * @param onPinch the second finger has come: a line that was begun is none
 */
export function useFingers(
  zoom: number,
  zoomTo: (next: number, from: Pinch['middle'], to: Pinch['middle']) => void,
  onPinch: () => void,
) {
  const fingers = useRef(new Map<number, { clientX: number; clientY: number }>());
  const pinch = useRef<Pinch | null>(null);
  const measure = () => {
    const [one, other] = [...fingers.current.values()];
    if (!one || !other) return undefined;
    return {
      distance: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
      middle: { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 },
    };
  };
  const down = (event: PointerEvent): boolean => {
    if (event.pointerType !== 'touch') return false;
    fingers.current.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
    const now = measure();
    if (!now) return false;
    pinch.current = { ...now, zoom };
    onPinch();
    return true;
  };
  const move = (event: PointerEvent): boolean => {
    if (!fingers.current.has(event.pointerId)) return false;
    fingers.current.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
    const now = measure();
    if (!now || !pinch.current) return false;
    zoomTo(pinch.current.zoom * (now.distance / pinch.current.distance), pinch.current.middle, now.middle);
    pinch.current = { ...pinch.current, middle: now.middle };
    return true;
  };
  const up = (event: PointerEvent): boolean => {
    fingers.current.delete(event.pointerId);
    const was = pinch.current !== null;
    if (fingers.current.size === 0) pinch.current = null;
    return was;
  };
  return { down, move, up };
}
