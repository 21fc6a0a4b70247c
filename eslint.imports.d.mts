/** Which other domains a domain may call. */
export const DOMAINS: Record<string, string[]>;
/** Why `from` may not import `to` (both relative to the project), or undefined where it may. */
export function refusal(from: string, to: string): string | undefined;
export const importRules: { rules: Record<string, object> };
