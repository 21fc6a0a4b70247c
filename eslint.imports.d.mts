/** Which other domains a domain may call. */
export const DOMAINS: Record<string, string[]>;
/** Why `from` may not import `to` (both relative to the project), or undefined where it may. */
export function refusal(from: string, to: string): string | undefined;
export const importRules: { rules: Record<string, object> };
/** Which other rooms of `components` a room may use. */
export const ROOMS: Record<string, string[]>;
