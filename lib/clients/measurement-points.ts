/**
 * The thirty-five points of the house, in the order one measures: code and the usual range in centimetres.
 * `iso` is the clause of ISO 8559-1 where the point has one. Names are in `measurements.points` of the languages.
 */
export const POINTS = [
  { code: 'height', from: 130, to: 220 },
  { code: 'headGirth', from: 50, to: 65 },
  { code: 'neckGirth', iso: '5.3.2', from: 28, to: 55 },
  { code: 'neckBase', iso: '5.3.3', from: 32, to: 60 },
  { code: 'shoulderWidth', iso: '5.4.3', from: 32, to: 60 },
  { code: 'shoulderLength', from: 9, to: 19 },
  { code: 'backWidth', from: 28, to: 55 },
  { code: 'chestWidth', from: 26, to: 52 },
  { code: 'upperChestGirth', from: 70, to: 150 },
  { code: 'bustGirth', iso: '5.3.4', from: 70, to: 160 },
  { code: 'underbustGirth', iso: '5.3.8', from: 60, to: 145 },
  { code: 'bustPointDistance', from: 14, to: 32 },
  { code: 'bustHeight', from: 20, to: 45 },
  { code: 'waistGirth', iso: '5.3.10', from: 50, to: 160 },
  { code: 'topHipGirth', iso: '5.3.12', from: 65, to: 165 },
  { code: 'hipGirth', iso: '5.3.13', from: 75, to: 175 },
  { code: 'waistToHip', from: 14, to: 30 },
  { code: 'backNeckToWaist', iso: '5.4.5', from: 33, to: 55 },
  { code: 'frontNeckToWaist', from: 33, to: 60 },
  { code: 'scyeDepth', from: 15, to: 32 },
  { code: 'armscyeGirth', from: 32, to: 65 },
  { code: 'upperArmGirth', iso: '5.3.16', from: 20, to: 60 },
  { code: 'elbowGirth', from: 18, to: 45 },
  { code: 'wristGirth', iso: '5.3.19', from: 12, to: 25 },
  { code: 'armLength', iso: '5.7.8', from: 48, to: 75 },
  { code: 'neckToWrist', iso: '5.4.17', from: 65, to: 105 },
  { code: 'bodyRise', from: 20, to: 40 },
  { code: 'crotchLength', from: 55, to: 110 },
  { code: 'thighGirth', iso: '5.3.20', from: 40, to: 95 },
  { code: 'kneeGirth', iso: '5.3.22', from: 28, to: 60 },
  { code: 'calfGirth', from: 26, to: 60 },
  { code: 'ankleGirth', from: 18, to: 35 },
  { code: 'insideLeg', from: 60, to: 100 },
  { code: 'outsideLeg', from: 85, to: 130 },
  { code: 'waistToKnee', from: 45, to: 75 },
] as const satisfies readonly { code: string; iso?: string; from: number; to: number }[];

export type PointCode = (typeof POINTS)[number]['code'];
export const POINT_CODES = POINTS.map((point) => point.code);

const ranges = new Map<string, { from: number; to: number }>(POINTS.map(({ code, from, to }) => [code, { from, to }]));

/** The usual range of a point, in centimetres. */
export const usualRange = (code: PointCode): { from: number; to: number } => ranges.get(code) ?? { from: 0, to: 400 };

export const isPointCode = (text: string): text is PointCode => ranges.has(text);

/** How the form groups the points, in the order of the tape. */
export const POINT_GROUPS = [
  {
    group: 'bustAndHips',
    codes: [
      'bustGirth',
      'underbustGirth',
      'waistGirth',
      'topHipGirth',
      'hipGirth',
      'waistToHip',
      'backNeckToWaist',
      'backWidth',
    ],
  },
  {
    group: 'shouldersAndNeck',
    codes: ['neckGirth', 'neckBase', 'shoulderWidth', 'shoulderLength', 'upperChestGirth', 'chestWidth'],
  },
  {
    group: 'bodiceLengths',
    codes: ['frontNeckToWaist', 'scyeDepth', 'armscyeGirth', 'bustHeight', 'bustPointDistance'],
  },
  { group: 'arms', codes: ['upperArmGirth', 'elbowGirth', 'wristGirth', 'armLength', 'neckToWrist'] },
  {
    group: 'legs',
    codes: [
      'bodyRise',
      'crotchLength',
      'thighGirth',
      'kneeGirth',
      'calfGirth',
      'ankleGirth',
      'insideLeg',
      'outsideLeg',
      'waistToKnee',
    ],
  },
  { group: 'figure', codes: ['height', 'headGirth'] },
] as const satisfies readonly { group: string; codes: readonly PointCode[] }[];
