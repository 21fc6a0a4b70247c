import { StyleSheet } from '@react-pdf/renderer';
import { BASTE, DAY, PRINTED_PLATE } from '../palette';
import { SANS, SERIF } from './fonts';

/** The light dyes of the screen: paper has no night. */
export const { ink: INK, ink2: INK2, hair: HAIR, control: CONTROL, garance: GARANCE } = DAY;
/** Ground of a drawing in print. */
export const PLATE = PRINTED_PLATE;

/** With a size of its own: react-pdf reckons a line from the style's size, and without one from 18 points. */
const BODY = { fontSize: 9.5, lineHeight: 1.45 } as const;
const SMALL = { fontSize: 8.5, lineHeight: 1.45 } as const;

/** Points; the design's pixels at three quarters. */
export const styles = StyleSheet.create({
  page: {
    paddingTop: 42,
    paddingBottom: 72,
    paddingHorizontal: 48,
    fontFamily: SANS,
    letterSpacing: 0.12,
    // No line height here: a text that is made per page (its number) would be laid out of sight with one.
    fontSize: 9.5,
    color: INK,
  },
  row: { flexDirection: 'row' },
  between: { flexDirection: 'row', justifyContent: 'space-between' },
  wordmark: { fontFamily: SERIF, fontWeight: 300, fontSize: 22, lineHeight: 1.2 },
  address: { ...SMALL, color: INK2, textAlign: 'right' },
  title: { fontFamily: SERIF, fontWeight: 300, fontSize: 34, lineHeight: 1.15 },
  italic: { fontFamily: SERIF, fontWeight: 300, fontStyle: 'italic' },
  h2: { fontFamily: SERIF, fontWeight: 300, fontSize: 17, lineHeight: 1.25, marginTop: 22 },
  text: BODY,
  lead: { ...BODY, color: INK2 },
  quiet: { color: INK2 },
  strong: { fontWeight: 600 },
  small: { ...SMALL, color: INK2 },
  fact: { flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: HAIR, paddingVertical: 4.5 },
  factName: { width: 78, color: INK2, paddingRight: 8, ...BODY },
  factValue: { flex: 1, ...BODY },
  cell: { ...BODY, paddingVertical: 6, paddingRight: 8 },
  number: { ...BODY, paddingVertical: 6, textAlign: 'right' },
  head: { borderBottomWidth: 0.75, borderBottomColor: INK, color: INK2 },
  line: { borderBottomWidth: 0.75, borderBottomColor: HAIR },
  // Above plates and light enough to read through, on a grey printer too.
  across: {
    position: 'absolute',
    left: 92,
    top: 380,
    width: 411,
    borderWidth: 1.5,
    borderStyle: 'dashed',
    borderColor: BASTE,
    opacity: 0.45,
    transform: 'rotate(-24deg)',
    paddingVertical: 10,
  },
  acrossWords: {
    fontFamily: SERIF,
    fontWeight: 300,
    fontStyle: 'italic',
    fontSize: 52,
    lineHeight: 1.2,
    textAlign: 'center',
    color: CONTROL,
  },
  runningHead: { position: 'absolute', left: 48, right: 48, top: 20, fontSize: 8, color: INK2 },
  foot: {
    position: 'absolute',
    left: 48,
    right: 48,
    bottom: 34,
    paddingTop: 8,
    borderTopWidth: 0.75,
    borderTopColor: HAIR,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8,
    color: INK2,
  },
});
