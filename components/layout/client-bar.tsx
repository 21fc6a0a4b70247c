'use client';

import type { ReactNode } from 'react';
import { BottomBar } from './bottom-bar';
import { CLIENT_PLACES } from './places';

/** The client's bar on a phone. The places hold icons, which are functions: they cannot come from a server component. */
export const ClientBar = ({ unread }: { unread: ReactNode }) => (
  <BottomBar places={CLIENT_PLACES.slice(0, 4)} more={CLIENT_PLACES.slice(4)} unread={unread} />
);
