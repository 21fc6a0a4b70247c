import { forgetShelved, unshelve } from './file-shelf';
import type { Outbox, Waiting } from './outbox';
import { sendFile } from './send-file';

/** Why a voice cannot leave: this browser has lost it. */
export const FILE_LOST = 'file_lost';

/** One tab at a time brings a voice; where the browser knows no locks, two tabs may bring it twice. */
const alone = async (key: string, work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? await navigator.locks.request(`ff-voice:${key}`, work) : work();

/**
 * Takes the voice of a waiting message from the shelf to the house, so that the message can name it.
 * @returns false when this browser no longer has it
 * @throws ApiError for a refusal; TypeError when the network is away.
 */
export function bringVoice(outbox: Outbox, waiting: Waiting): Promise<boolean> {
  return alone(waiting.shelved ?? '', async () => {
    const now = outbox.newest(waiting);
    if (now?.shelved === undefined) {
      if (now) outbox.add(now);
      return true;
    }
    const file = await unshelve(outbox.userId, now.shelved);
    if (!file) return false;
    const sent = await sendFile(file, () => undefined, { voice: now.attachments[0]?.voice });
    outbox.add({ ...now, shelved: undefined, input: { ...now.input, attachmentIds: [sent.id] }, attachments: [sent] });
    await forgetShelved(outbox.userId, now.shelved);
    return true;
  });
}
