/** Ends the session of this browser and goes to an address of the house. next-auth's own half is loaded by whoever leaves. */
export async function signOutTo(callbackUrl: string): Promise<void> {
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl });
}
