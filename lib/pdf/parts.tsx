import { Document, Image, Line, Page, Svg, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Locale } from '../actor';
import { typo } from '../i18n/format';
import { translator } from '../i18n/translate';
import { CONTROL, GARANCE, INK, PLATE, styles } from './style';
import { Text } from './text';

/** Who writes the paper: what its head and foot say. */
export interface Letterhead {
  name: string;
  address: string[];
  phone?: string;
  email?: string;
}

/** Inside the margins of A4. */
const WIDTH = 499;

/** The house's sign for state: basted is provisional, stitched is settled. */
export function Thread({ settled, color = INK, width = WIDTH }: { settled: boolean; color?: string; width?: number }) {
  return (
    <Svg width={width} height={2}>
      <Line
        x1={0}
        y1={1}
        x2={width}
        y2={1}
        stroke={color}
        strokeWidth={1.5}
        strokeDasharray={settled ? undefined : '7 6'}
      />
    </Svg>
  );
}

const Wordmark = ({ name }: { name: string }) => {
  const [, roman, italic] = /^(Fashion)(Flow)$/.exec(name) ?? [];
  return (
    <Text style={styles.wordmark}>
      {roman ?? name}
      {italic && <Text style={styles.italic}>{italic}</Text>}
    </Text>
  );
};

interface SheetProps {
  locale: Locale;
  house: Letterhead;
  title: string;
  /** What the paper is of, under its title. */
  lead: string;
  number: string;
  /** Solid under a paper that is settled, basted under one that waits. */
  settled: boolean;
  /** Basted across each page of a paper that does not count, or not yet. */
  state?: string;
  /** Right of the foot. */
  foot?: string;
  children: ReactNode;
}

/** One paper: the house above, its title and number, the thread, what it says, and the house again at the foot of each page. */
export function Sheet({ locale, house, title, lead, number, settled, state, foot, children }: SheetProps) {
  const t = translator(locale, 'pdf');
  return (
    <Document title={`${title} ${number}`} author={house.name} language={locale} creator={house.name}>
      <Page size="A4" style={styles.page} wrap>
        <Text
          style={styles.runningHead}
          fixed
          render={({ pageNumber }) => (pageNumber > 1 ? `${house.name}, ${typo(title)} ${number}` : '')}
        />
        <View style={styles.between}>
          <Wordmark name={house.name} />
          <View>
            {[...house.address, house.phone].filter(Boolean).map((line, index) => (
              <Text key={index} style={styles.address}>
                {line}
              </Text>
            ))}
          </View>
        </View>
        <View style={[styles.between, { marginTop: 26, alignItems: 'flex-end' }]}>
          <View style={{ flex: 1, paddingRight: 24 }}>
            <Text style={styles.title}>{typo(title)}</Text>
            <Text style={[styles.lead, { marginTop: 10 }]}>{typo(lead)}</Text>
          </View>
          <View>
            <Text style={[styles.strong, { fontSize: 11, textAlign: 'right' }]}>{number}</Text>
            <Text
              style={[styles.quiet, { textAlign: 'right', marginTop: 4 }]}
              render={({ pageNumber, totalPages }) => t('page', { page: pageNumber, of: totalPages })}
            />
          </View>
        </View>
        <View style={{ marginTop: 12, marginBottom: 14 }}>
          <Thread settled={settled} />
        </View>
        {children}
        {state && (
          <View style={styles.across} fixed>
            <Text style={styles.acrossWords}>{state}</Text>
          </View>
        )}
        <View style={styles.foot} fixed>
          <Text>{[house.name, ...house.address, house.email].filter(Boolean).join(', ')}</Text>
          <Text render={({ pageNumber, totalPages }) => [foot ?? number, `${pageNumber}/${totalPages}`].join('   ')} />
        </View>
      </Page>
    </Document>
  );
}

/** Names and values between hairlines; what has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) {
  return facts.map(
    ([name, value], index) =>
      value !== undefined &&
      value !== '' && (
        <View key={index} style={styles.fact} wrap={false}>
          <Text style={styles.factName}>{typo(name)}</Text>
          <Text style={styles.factValue}>{typo(value)}</Text>
        </View>
      ),
  );
}

/** A drawing or photograph whole on its plate, with its numbered marks. */
export function Picture({
  picture,
  width,
  height,
  marks = [],
}: {
  picture: Buffer | undefined;
  width: number;
  height: number;
  marks?: readonly { x: number; y: number }[];
}) {
  return (
    <View style={{ width, height, backgroundColor: PLATE, position: 'relative' }}>
      {picture && (
        <Image
          src={{ data: picture, format: 'png' }}
          style={{ width, height, objectFit: 'contain', paddingVertical: height * 0.02 }}
        />
      )}
      {marks.map(({ x, y }, index) => (
        <View
          key={index}
          style={{
            position: 'absolute',
            left: x * width - 8,
            top: y * height - 8,
            width: 16,
            height: 16,
            borderRadius: 8,
            borderWidth: 1,
            borderColor: GARANCE,
            backgroundColor: PLATE,
            justifyContent: 'center',
          }}
        >
          <Text style={{ fontSize: 8, fontWeight: 600, color: GARANCE, textAlign: 'center', lineHeight: 1 }}>
            {index + 1}
          </Text>
        </View>
      ))}
    </View>
  );
}

/**
 * What the house noted of somebody's agreement: no signature is printed for it. Beside it, the place of the one on paper.
 * @param given « Accord de Rose, donné par téléphone »
 */
export function NotedAgreement({
  given,
  notedBy,
  paper,
  held,
  photo,
}: Record<'given' | 'notedBy' | 'paper', string> & { held: boolean; photo?: Buffer }) {
  return (
    <View style={[styles.row, { alignItems: 'flex-end' }]} wrap={false}>
      <View style={{ width: 180, marginRight: 27 }}>
        {photo ? <PaperPhoto photo={photo} /> : <View style={{ minHeight: 30 }} />}
        <Thread settled={held} color={held ? INK : CONTROL} width={180} />
        <Text style={[styles.small, { marginTop: 4 }]}>{typo(paper)}</Text>
      </View>
      <AgreementLine given={given} notedBy={notedBy} />
    </View>
  );
}

/** The photograph of a signed paper, as it stands on its line. */
export const PaperPhoto = ({ photo }: { photo: Buffer }) => (
  <Image src={{ data: photo, format: 'png' }} style={{ width: 66, height: 50, objectFit: 'cover', marginBottom: 2 }} />
);

/** Whose agreement and how it was given, over who noted it and when. */
export function AgreementLine({ given, notedBy }: { given: string; notedBy: string }) {
  return (
    <View style={{ width: 180 }} wrap={false}>
      <View style={{ minHeight: 30, justifyContent: 'flex-end', paddingBottom: 3 }}>
        <Text style={styles.text}>{typo(given)}</Text>
      </View>
      <Thread settled color={INK} width={180} />
      <Text style={[styles.small, { marginTop: 4 }]}>{typo(notedBy)}</Text>
    </View>
  );
}

/** Given: the name in italic on solid ink. Awaited: a basted line to write on. */
export function Signature({ name, words, width = 180 }: { name?: string; words: string; width?: number }) {
  return (
    <View style={{ width, marginRight: 27 }} wrap={false}>
      <Text style={[styles.italic, { fontSize: 19, lineHeight: 1.3, minHeight: 30 }]}>{name ?? ''}</Text>
      <Thread settled={name !== undefined} color={name === undefined ? CONTROL : INK} width={width} />
      <Text style={[styles.small, { marginTop: 4 }]}>{typo(words)}</Text>
    </View>
  );
}
