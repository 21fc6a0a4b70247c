/** Stages this server has; any other name is unknown to it (40324). */
const STAGES = new Set([
  '$match',
  '$project',
  '$set',
  '$addFields',
  '$unset',
  '$sort',
  '$skip',
  '$limit',
  '$group',
  '$unwind',
  '$lookup',
  '$facet',
  '$count',
  '$sortByCount',
  '$replaceRoot',
  '$replaceWith',
  '$unionWith',
  '$sample',
  '$merge',
  '$changeStream',
]);

export const isStageName = (name: string): boolean => STAGES.has(name);
