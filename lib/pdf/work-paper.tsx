import { View } from '@react-pdf/renderer';
import type { Locale } from '../actor';
import { formatDuration } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { OrderDto } from '../orders/answers';
import type { TaskDto } from '../tasks/dto';
import type { Figures } from './figure';
import { Measures } from './measures';
import { Facts, type Letterhead, Picture, Sheet } from './parts';
import { INK, styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  locale: Locale;
  house: Letterhead;
  order: OrderDto;
  garment: string;
  /** What must not be forgotten of the person: allergies, posture. */
  know: readonly (readonly [string, string | undefined])[];
  tasks: readonly TaskDto[];
  picture: Buffer | undefined;
  /** What was brought for the order: photographs, sketches. */
  references: readonly Buffer[];
  figures: Figures | undefined;
}

/** The sheet that lies on the table: what is made for whom, with which measurements, until when, and what is left to do. */
export function WorkPaper({ locale, house, order, garment, know, tasks, picture, references, figures }: Props) {
  const { t, orders, wishes, date } = paperWords(locale);
  const stage = translator(locale, 'stages')(`stage.${order.stage}`);
  const callouts = order.cuttingApprovals.findLast(({ status }) => status === 'signed')?.sheet.callouts ?? [];
  return (
    <Sheet
      locale={locale}
      house={house}
      title={order.title}
      lead={t('work.lead', { name: order.clientName, stage })}
      number={order.number}
      settled={false}
    >
      <View style={styles.row}>
        <View style={{ width: 200, marginRight: 24 }}>
          <Picture picture={picture} width={200} height={267} marks={callouts} />
          {callouts.map((callout, index) => (
            <Text key={index} style={[styles.small, { marginTop: index === 0 ? 8 : 2 }]}>
              {index + 1}. {callout.text}
            </Text>
          ))}
        </View>
        <View style={{ flex: 1 }}>
          <Facts
            facts={[
              [t('client'), order.clientName],
              [t('garment'), garment],
              [t('couturier'), order.couturierName],
              [orders('approval.delivery'), date(order.promisedDate)],
              [t('work.feast'), order.eventDate && [order.occasion, date(order.eventDate)].filter(Boolean).join(', ')],
              ...wishes(order.options),
              ...know,
            ]}
          />
        </View>
      </View>
      {order.description && <Text style={[styles.text, { marginTop: 16 }]}>{order.description}</Text>}
      {references.length > 0 && (
        <View style={[styles.row, { gap: 13, marginTop: 16 }]} wrap={false}>
          {references.map((reference, index) => (
            <Picture key={index} picture={reference} width={115} height={150} />
          ))}
        </View>
      )}
      {order.measurementSnapshot ? (
        <Measures locale={locale} set={order.measurementSnapshot} width={499} figures={figures} />
      ) : (
        <Text style={[styles.small, { marginTop: 16 }]}>{t('work.noMeasures')}</Text>
      )}
      {tasks.length > 0 && (
        <View>
          <Text style={styles.h2}>{t('work.tasks')}</Text>
          {tasks.map((task) => (
            <View key={task.id} style={[styles.row, styles.line, { paddingVertical: 5 }]} wrap={false}>
              <View style={{ width: 9, height: 9, borderWidth: 0.75, borderColor: INK, marginRight: 8, marginTop: 2 }}>
                {task.status === 'done' && <View style={{ margin: 1.5, flex: 1, backgroundColor: INK }} />}
              </View>
              <Text style={{ flex: 1 }}>{task.title}</Text>
              <Text style={[styles.lead, { width: 70, textAlign: 'right' }]}>
                {task.minutes === undefined ? '' : formatDuration(task.minutes)}
              </Text>
              <Text style={[styles.lead, { width: 90, textAlign: 'right' }]}>{date(task.dueDate)}</Text>
            </View>
          ))}
        </View>
      )}
    </Sheet>
  );
}
