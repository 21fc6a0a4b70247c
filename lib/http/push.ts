'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './api';

const ROOT = '/api/push-subscriptions';
const DEVICE_KEY = ['me', 'pushDevice'] as const;
const WORKER = '/sw.js';

/** What this browser can do, and does: nothing at all, or show notifications once it was asked to. */
export type PushDevice = 'unable' | 'refused' | 'off' | 'on';

async function readDevice(): Promise<PushDevice> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unable';
  if (Notification.permission === 'denied') return 'refused';
  const worker = await navigator.serviceWorker.getRegistration(WORKER);
  return (await worker?.pushManager.getSubscription()) ? 'on' : 'off';
}

/** Whether this device shows my notifications. */
export const usePushDevice = () => useQuery({ queryKey: DEVICE_KEY, queryFn: readDevice, staleTime: Infinity });

/** Asks the browser, and tells the house. @throws when the person or the browser says no */
export function useStartPush(pushKey: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('not allowed');
      await navigator.serviceWorker.register(WORKER);
      const worker = await navigator.serviceWorker.ready;
      const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
      const { endpoint, keys } = subscription.toJSON();
      await api<void>(ROOT, { method: 'PUT', body: { endpoint, keys } });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: DEVICE_KEY }),
  });
}

/** This device shows nothing any more. */
export function useStopPush() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const worker = await navigator.serviceWorker.getRegistration(WORKER);
      const subscription = await worker?.pushManager.getSubscription();
      if (!subscription) return;
      await api<void>(ROOT, { method: 'DELETE', body: { endpoint: subscription.endpoint } });
      await subscription.unsubscribe();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: DEVICE_KEY }),
  });
}
