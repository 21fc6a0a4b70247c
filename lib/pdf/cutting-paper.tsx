import { Image, View } from '@react-pdf/renderer';
import type { Locale } from '../actor';
import { formatTime } from '../i18n/format';
import type { CuttingApprovalDto } from '../orders/answers';
import { Measures } from './measures';
import { AgreementLine, Facts, type Letterhead, PaperPhoto, Picture, Sheet, Signature } from './parts';
import { styles } from './style';
import { Text } from './text';
import { paperWords } from './words';
import type { Side } from '../orders/words';

interface Props {
  locale: Locale;
  house: Letterhead;
  approval: CuttingApprovalDto;
  picture: Buffer | undefined;
  /** A square that leads to the order, as PNG. */
  code: Buffer;
  /** The photograph of the paper that the client signed. */
  paperPhoto?: Buffer;
}

/** The bon à couper as it was frozen, and nothing that changed since; its thread is solid once both have signed. */
export function CuttingPaper({ locale, house, approval, picture, code, paperPhoto }: Props) {
  const { t, orders, wishes, money, date, noted } = paperWords(locale);
  const { sheet } = approval;
  const signed = (side: Side) => approval.signatures.find((one) => one.side === side);
  const [own, theirs] = [signed('house'), signed('client')];
  const when = (at: string) => `${date(at)}, ${formatTime(locale, at)}`;
  return (
    <Sheet
      locale={locale}
      house={house}
      title={t('cutting.title')}
      lead={[
        t('version', { n: approval.n, date: date(approval.createdAt) ?? '' }),
        approval.n > 1 ? orders('approval.replaces', { n: approval.n - 1 }) : '',
        approval.status === 'superseded' ? t('cutting.superseded') : '',
      ]
        .filter(Boolean)
        .join(' ')}
      number={sheet.number}
      settled={approval.status === 'signed'}
      state={approval.status === 'signed' ? undefined : t(`cutting.state.${approval.status}`)}
      foot={orders('approval.fingerprint', { value: approval.fingerprint })}
    >
      <View style={styles.row}>
        <View style={{ width: 225, marginRight: 27 }}>
          {(sheet.imageFileId ?? picture) ? (
            <Picture picture={picture} width={225} height={300} marks={sheet.callouts} />
          ) : (
            <Text style={styles.small}>{orders('approval.noPicture')}</Text>
          )}
          {sheet.callouts.map((callout, index) => (
            <Text key={index} style={[styles.small, { marginTop: index === 0 ? 8 : 2 }]}>
              {index + 1}. {callout.text}
            </Text>
          ))}
        </View>
        <View style={{ flex: 1 }}>
          <Facts
            facts={[
              [t('client'), sheet.clientName],
              [orders('approval.model'), sheet.title],
              [orders('approval.fabric'), sheet.fabric],
              [orders('approval.lining'), sheet.lining],
              ...wishes(sheet.options, ['fabric', 'lining']),
              [orders('approval.price'), sheet.price && money(sheet.price)],
              [orders('approval.delivery'), date(sheet.deliveryDate)],
            ]}
          />
          {sheet.measurements && <Measures locale={locale} set={sheet.measurements} width={247} />}
        </View>
      </View>
      {sheet.note && <Text style={[styles.text, { marginTop: 14 }]}>{sheet.note}</Text>}
      <View wrap={false}>
        <Text style={[styles.text, { marginTop: 16, maxWidth: 400 }]}>{orders('approval.promise')}</Text>
        <View style={[styles.row, { marginTop: 14, alignItems: 'flex-end' }]}>
          <Signature
            name={own?.by.name}
            words={own ? orders('approval.house', { when: when(own.at) }) : orders('approval.houseAwaited')}
          />
          {theirs?.onBehalf ? (
            <View style={{ width: 180, marginRight: 27 }}>
              {paperPhoto && <PaperPhoto photo={paperPhoto} />}
              <AgreementLine {...noted(theirs, sheet.clientName)} />
              {theirs.denied && (
                <Text style={styles.small}>
                  {orders('agreement.denied', { name: sheet.clientName, day: date(theirs.denied.at) ?? '' })}
                </Text>
              )}
            </View>
          ) : (
            <Signature
              name={theirs && sheet.clientName}
              words={
                theirs
                  ? orders('approval.clientSide', { when: when(theirs.at) })
                  : orders('approval.clientAwaited', { name: sheet.clientName })
              }
            />
          )}
          <Image src={{ data: code, format: 'png' }} style={{ width: 63, height: 63, marginLeft: 'auto' }} />
        </View>
      </View>
    </Sheet>
  );
}
