import { z } from 'zod';
import * as absences from '@/lib/absences/schemas';
import * as appointments from '@/lib/appointments/schemas';
import * as auth from '@/lib/auth/schemas';
import * as backup from '@/lib/backup/schemas';
import * as begin from '@/lib/begin/schemas';
import * as books from '@/lib/books/schemas';
import * as chat from '@/lib/chat/schemas';
import * as measurements from '@/lib/clients/measurement-schemas';
import * as clients from '@/lib/clients/schemas';
import * as dashboard from '@/lib/dashboard/schemas';
import * as files from '@/lib/files/schemas';
import * as fittings from '@/lib/fittings/schemas';
import * as house from '@/lib/house/schemas';
import * as journal from '@/lib/journal/schemas';
import * as models from '@/lib/models/schemas';
import { bilingualDto } from '@/lib/i18n/bilingual-schemas';
import { money, price } from '@/lib/money-schemas';
import * as notifications from '@/lib/notifications/schemas';
import * as orderAnswers from '@/lib/orders/answers';
import * as orders from '@/lib/orders/schemas';
import * as overview from '@/lib/overview/schemas';
import * as parties from '@/lib/parties/schemas';
import * as promises from '@/lib/promises/schemas';
import * as realtime from '@/lib/realtime-protocol/frames';
import * as secondKeys from '@/lib/second-keys/schemas';
import * as start from '@/lib/start/schemas';
import * as stats from '@/lib/stats/schemas';
import * as tasks from '@/lib/tasks/schemas';
import type { ShapeNames } from '@/lib/web/openapi';
import { day, givenId, givenMoment, sentId, sentMoment } from '@/lib/wire';

/** The modules whose `…Input` and `…Dto` name the shapes of the document. */
const MODULES: readonly object[] = [
  absences,
  appointments,
  auth,
  backup,
  begin,
  books,
  chat,
  measurements,
  clients,
  dashboard,
  files,
  fittings,
  house,
  journal,
  models,
  notifications,
  orderAnswers,
  orders,
  overview,
  parties,
  promises,
  realtime,
  secondKeys,
  start,
  stats,
  tasks,
];

const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Each shape under the name of its constant: `orderDto` is `OrderDto`. */
export function shapeNames(): ShapeNames {
  const names: ShapeNames = z.registry();
  for (const [id, shape] of Object.entries({
    Money: money,
    Price: price,
    Id: sentId,
    GivenId: givenId,
    Moment: sentMoment,
    GivenMoment: givenMoment,
    Day: day,
    OpeningIntervals: house.dayIntervals,
    OpeningHours: house.openingHours,
    Stage: house.anyStage,
    StageHours: house.stageHours,
    Vocabulary: house.vocabulary,
    Making: models.making,
    WorkHours: house.workHours,
    Payer: parties.payer,
    PartyKind: parties.partyKind,
    CommonDay: parties.commonDay,
    MemberMeasures: parties.memberMeasures,
    MemberOrder: parties.memberOrder,
    Bilingual: bilingualDto,
  }))
    names.add(shape, { id });
  for (const module of MODULES)
    for (const [name, value] of Object.entries(module) as [string, unknown][])
      if (value instanceof z.ZodType && /(Input|Dto)$/.test(name) && !names.has(value))
        names.add(value, { id: capital(name) });
  return names;
}
