import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What a process of the house reads from its environment once, set before anything of the house is read.
process.env['DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'fashionflow-data-'));
process.env['AUTH_SECRET'] ??= 'test-secret-test-secret-test-secret-00';
process.env['LOG_LEVEL'] ??= 'silent';
