import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';

const LEAST = 1;
const MOST = 6;
const clamp = (value: number): number => Math.min(MOST, Math.max(LEAST, value));

interface Spot {
  clientX: number;
  clientY: number;
}

/**
 * The sheet larger than its stage, scrolled to where one works. Ctrl and the wheel, two fingers on a trackpad or on the
 * screen, and the buttons all keep the point they start from where it is.
 */
export function useZoom() {
  const stage = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const held = useRef<{ x: number; y: number; to: Spot } | null>(null);
  const sheet = () => stage.current?.firstElementChild;

  /** @param from what is under this point of the window … @param to … comes under this one; the middle when left out */
  const zoomTo = useCallback((next: number, from?: Spot, to?: Spot) => {
    const around = stage.current?.getBoundingClientRect();
    const box = sheet()?.getBoundingClientRect();
    if (!around || !box) return;
    const spot = from ?? { clientX: around.left + around.width / 2, clientY: around.top + around.height / 2 };
    held.current = {
      x: (spot.clientX - box.left) / box.width,
      y: (spot.clientY - box.top) / box.height,
      to: to ?? spot,
    };
    setZoom(clamp(next));
  }, []);

  useLayoutEffect(() => {
    const hold = held.current;
    held.current = null;
    const element = stage.current;
    const box = hold && sheet()?.getBoundingClientRect();
    if (!element || !hold || !box) return;
    element.scrollLeft += box.left + hold.x * box.width - hold.to.clientX;
    element.scrollTop += box.top + hold.y * box.height - hold.to.clientY;
  });

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomTo(zoom * Math.exp(-event.deltaY * 0.004), event);
  });
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const listen = (event: WheelEvent) => onWheel(event);
    // React listens passively: the page itself would zoom.
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, []);

  return { stage, zoom, zoomTo, canZoomIn: zoom < MOST, canZoomOut: zoom > LEAST };
}
