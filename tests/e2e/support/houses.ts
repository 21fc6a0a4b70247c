import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestHouse {
  baseURL: string;
  port: number;
  realtimePort: number;
  dataDir: string;
}

/** Told to the workers too: their tests read the mails that a house writes there. */
const root = (process.env.E2E_DATA_DIR ??= join(tmpdir(), `fashionflow-e2e-${process.pid}`));

/** Ports of app and sidecar, two for each house. */
const ports = (process.env.E2E_PORTS ?? '3210,3211,3212,3213').split(',').map(Number);

/**
 * The houses under test. Each worker has one of its own, so that files that run side by side never meet each other's
 * people and pieces. With E2E_BASE_URL (and its E2E_DATA_DIR) they all visit one demo house that is open already.
 */
export const HOUSES: readonly TestHouse[] = process.env.E2E_BASE_URL
  ? [{ baseURL: process.env.E2E_BASE_URL, port: 0, realtimePort: 0, dataDir: root }]
  : Array.from({ length: Math.floor(ports.length / 2) }, (_, index) => {
      const [port = 0, realtimePort = 0] = ports.slice(index * 2);
      return { baseURL: `http://localhost:${port}`, port, realtimePort, dataDir: join(root, `house-${index}`) };
    });

/** The house of the worker that asks. */
export function ownHouse(): TestHouse {
  const house = HOUSES[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % HOUSES.length];
  if (!house) throw new Error('E2E_PORTS names no house: two ports for each');
  return house;
}
