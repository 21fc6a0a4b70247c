'use client';

import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewAppDto, RecoveryCodesDto, RemoveSecondKeyInput, SecondKeysDto } from '../second-keys/schemas';
import { api } from './api';

const PATH = '/api/me/second-keys';
const KEY = ['second-keys'] as const;

/** My second keys. */
export const useSecondKeys = (initialData: SecondKeysDto) =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => api<SecondKeysDto>(PATH, { signal }), initialData });

/** A change of my keys; what is shown of them is read again after it. */
function useChange<I, R>(change: (input: I) => Promise<R>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }) });
}

/** Begins to add an app with codes. */
export const useBeginApp = () => useChange((password: string) => api<NewAppDto>(`${PATH}/app`, { body: { password } }));

/** Ends it with a code of the app. */
export const useConfirmApp = () =>
  useChange((code: string) => api<RecoveryCodesDto>(`${PATH}/app/confirm`, { body: { code } }));

/** Asks this browser for a passkey, and adds it. */
export const useAddPasskey = () =>
  useChange(async ({ password, name }: { password: string; name: string }) => {
    const optionsJSON = await api<PublicKeyCredentialCreationOptionsJSON>(`${PATH}/passkey/options`, {
      body: { password },
    });
    const credential = await startRegistration({ optionsJSON });
    return api<RecoveryCodesDto>(`${PATH}/passkey`, { body: { name, credential } });
  });

/** New recovery codes. */
export const useRenewCodes = () =>
  useChange((password: string) => api<RecoveryCodesDto>(`${PATH}/codes`, { body: { password } }));

/** Takes one of my keys away. */
export const useRemoveSecondKey = () =>
  useChange((input: RemoveSecondKeyInput) => api<void>(`${PATH}/remove`, { body: input }));
