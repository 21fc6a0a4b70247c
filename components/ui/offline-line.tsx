'use client';

import { CloudOff } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Icon } from './icon';

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Whether the machine has a network; true on the server. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

interface Props {
  /** « Hors connexion. » */
  title: string;
  /** What still works, and how many wait. */
  children: ReactNode;
  action?: ReactNode;
  /** Shown whatever the network says: the live link may be away while the network is there. */
  shown?: boolean;
}

/** A line of 44 under the header while the network is away. */
export function OfflineLine({ title, children, action, shown }: Props) {
  const online = useOnline();
  const visible = shown ?? !online;
  return (
    <div role="status">
      {visible && (
        <div className="offline-line">
          <Icon of={CloudOff} size={16} />
          <p className="flex-1">
            <strong className="strong">{title}</strong> {children}
          </p>
          {action}
        </div>
      )}
    </div>
  );
}
