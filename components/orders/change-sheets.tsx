'use client';

import { later } from '@/components/ui/later';

/** Edits the request while that is free; loaded when it is opened. */
export const EditRequest = later(() => import('./edit-request').then((part) => part.EditRequest));

/** A change request as a diff; loaded when it is opened. */
export const RequestChange = later(() => import('./request-change').then((part) => part.RequestChange));
