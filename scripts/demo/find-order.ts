import type { ObjectId } from 'mongodb';
import { models } from '../../lib/models/documents';
import { orders } from '../../lib/orders/documents';
import type { DemoContext } from './context';
import type { ClientKey } from './people';

/** Finds a client's newest order of a model, for the parts of the demo that speak of it. */
export async function orderFinder(ctx: DemoContext): Promise<(client: ClientKey, model: string) => ObjectId> {
  const drawn = await models(ctx.db).find().toArray();
  const idOf = new Map(drawn.map((model) => [model.slug, model._id]));
  const all = await orders(ctx.db).find().sort({ number: -1 }).toArray();
  return (client, model) => {
    const modelId = idOf.get(model);
    const found = all.find(
      (order) => modelId && order.modelId?.equals(modelId) && order.clientId.equals(ctx.clients[client]),
    );
    if (!found) throw new Error(`The demo has no order of ${model} for ${client}`);
    return found._id;
  };
}
