import { clients, measurementSets } from '../../lib/clients/documents';
import { fold, searchTextOf } from '../../lib/clients/fold';
import type { DemoContext } from './context';
import { CLIENTS } from './people';

/** A file for each client of the demo; ids are known before, since accounts and orders refer to them. */
export async function loadClients(ctx: DemoContext): Promise<void> {
  await clients(ctx.db).insertMany(
    CLIENTS.map(({ key, email, name, account }, index) => {
      const at = ctx.day(-400 + index * 20, 10);
      return {
        _id: ctx.clients[key],
        name,
        email,
        tags: [],
        archived: false,
        ...(account ? { accountId: ctx.accounts[key] } : {}),
        ...(key === 'awa' ? { allergies: 'Nickel', posture: 'Épaule droite plus basse de 1 cm' } : {}),
        sortName: fold(name),
        searchText: searchTextOf({ name, email }),
        createdAt: at,
        updatedAt: at,
        version: 1,
      };
    }),
  );
  const takenAt = ctx.day(-32, 15);
  await measurementSets(ctx.db).insertOne({
    _id: ctx.clients.awa,
    clientId: ctx.clients.awa,
    takenAt,
    takenBy: ctx.accounts.claire,
    kind: 'body',
    posture: 'Épaule droite plus basse de 1 cm',
    values: {
      bustGirth: 91.5,
      underbustGirth: 78,
      waistGirth: 70,
      topHipGirth: 91.5,
      hipGirth: 98.5,
      waistToHip: 20.5,
      backNeckToWaist: 41,
      backWidth: 35.5,
      shoulderWidth: 39,
      armscyeGirth: 41.5,
      upperArmGirth: 28,
      outsideLeg: 108.5,
      bustPointDistance: 19,
      bustHeight: 26.5,
    },
    custom: [],
    warnings: [],
    createdAt: takenAt,
    updatedAt: takenAt,
  });
}
