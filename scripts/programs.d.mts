export declare const FOLDER: string;
export declare const PROGRAMS: Record<
  'supervisor' | 'database-alone' | 'database' | 'furnish' | 'backup' | 'commands' | 'realtime' | 'app' | 'paper',
  string
>;
export declare function buildPrograms(): Promise<string>;
export declare function fingerprint(sources: readonly string[]): string;
