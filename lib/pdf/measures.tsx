import { View } from '@react-pdf/renderer';
import type { Locale } from '../actor';
import { formatCentimetres } from '../i18n/format';
import type { SnapshotDto } from '../orders/answers';
import { type Figures, MeasuringFigure } from './figure';
import { styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  locale: Locale;
  set: SnapshotDto;
  width: number;
  /** Given: the drawn figure above the table, and each point with its number on it. */
  figures?: Figures;
}

/** A set of measurements in two columns, in centimetres. */
export function Measures({ locale, set, width, figures }: Props) {
  const { orders, point, date } = paperWords(locale);
  const lines = [
    ...Object.entries(set.values).map(([code, value]) => [point(code), value] as const),
    ...set.custom.map(({ label, value }) => [label, value] as const),
  ];
  const column = (width - 18) / 2;
  return (
    <View>
      <View wrap={false} minPresenceAhead={60}>
        <Text style={[styles.strong, { marginTop: 16, marginBottom: 4 }]}>
          {orders('approval.measuredOn', { date: date(set.takenAt) ?? '' })}
        </Text>
        {figures && <MeasuringFigure figures={figures} codes={Object.keys(set.values)} width={240} />}
      </View>
      <View style={[styles.row, { flexWrap: 'wrap', justifyContent: 'space-between' }]}>
        {lines.map(([name, value], index) => (
          <View key={index} style={[styles.between, styles.line, { width: column, paddingVertical: 4 }]} wrap={false}>
            <Text style={[styles.lead, { flex: 1, paddingRight: 6 }]}>{figures ? `${index + 1}. ${name}` : name}</Text>
            <Text style={styles.strong}>{formatCentimetres(locale, value)}</Text>
          </View>
        ))}
      </View>
      {set.posture && <Text style={[styles.small, { marginTop: 6 }]}>{set.posture}</Text>}
    </View>
  );
}
