import { en as ledger } from '../../ledger/words/en.ts'
import { WORDINGS } from '../../wording.ts'
import { listOfWords, shortNumberIn, upperFirst } from '../typography.ts'
import type { BriefingWords, MeetingName, Sides } from '../words.ts'
import type { Burden, Gap, Reason } from '../standing.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const day = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`

const month = (iso: string): string => `${MONTHS[Number(iso.slice(5, 7)) - 1].slice(0, 3)} ${iso.slice(0, 4)}`

const moment = (edtf: string): string => {
  const sure = edtf.replaceAll('?', '')
  const written = /^\d{4}-\d\d-\d\d$/.test(sure) ? day(sure) : /^\d{4}-\d\d$/.test(sure) ? month(sure) : sure
  return sure === edtf ? written : `${written} (?)`
}

const list = (parts: readonly string[]): string => listOfWords(parts, ', ', ' and ')

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const LANGUAGES: BriefingWords['languages'] = { vi: 'Vietnamese', zh: 'Chinese', en: 'English' }

const STAGES: BriefingWords['stages'] = {
  wished: 'Wished',
  proposed: 'Proposed',
  pledged: 'Pledged',
  agreed: 'Agreed',
  signed: 'Signed',
  approved: 'Approved',
  underway: 'Under way',
  done: 'Done',
  stalled: 'Late or held up',
}

const ACTORS: Readonly<Record<Burden, (sides: Sides) => string>> = {
  theirs: ({ partner }) => `for ${partner} to act`,
  ours: () => 'for us to act',
  both: () => 'for both sides to act',
  'they-ask': ({ partner }) => `raised by ${partner}`,
  'we-ask': () => 'raised by us',
  unsaid: () => '',
}

function reason(each: Reason, sides: Sides): string {
  const on = (iso: string | null): string => (iso === null ? '' : ` on ${day(iso)}`)
  switch (each.kind) {
    case 'burden':
      return each.burden.endsWith('ask')
        ? `${ACTORS[each.burden](sides)}${on(each.day)}`
        : `${STAGES[each.stage].toLowerCase()}${on(each.day)}, ${ACTORS[each.burden](sides)}`
    case 'overdue':
      return `overdue since ${day(each.due)}`
    case 'due':
      return `due by ${day(each.due)}`
    case 'stalled':
      return `last reported late or held up${each.day === null ? '' : ` (${day(each.day)})`}`
    case 'again':
      return `promised again ${each.times === 1 ? 'once' : `${each.times} times`}${each.last === null ? '' : `, last${on(each.last)}`}`
    case 'silent':
      return `no word for ${counted(each.days, 'day')}`
    case 'opposed':
      return `reports differ: ${[each.first, each.second].map(said => `${said.source}${said.day === null ? '' : ` (${day(said.day)})`} has “${STAGES[said.stage].toLowerCase()}”`).join(', ')}`
  }
}

function gap(each: Gap, sides: Sides): string {
  switch (each.kind) {
    case 'months':
      return `${sides[each.side]}: no report in ${each.without.length} of the last ${counted(each.of, 'month')}${each.without.length === 0 ? '' : ` (${each.without.map(month).join(', ')})`}.`
    case 'languages':
      return `All reports that were read are in ${list(each.langs.map(lang => LANGUAGES[lang] ?? lang))}; they were not compared with sources in other languages, above all those of ${sides.partner}.`
    case 'silent':
      return `Of ${counted(each.of, 'open item')}, ${each.items} ${each.items === 1 ? 'has' : 'have'} not been heard of for more than 180 days. That does not mean that nothing was done.`
    case 'single':
      return `${each.items} of ${counted(each.of, 'item')} rest${each.items === 1 ? 's' : ''} on a single report, with no second source.`
    case 'copies':
      return `${each.copies} of ${counted(each.of, 'report')} repeat${each.copies === 1 ? 's' : ''} another one, word for word or nearly, and cannot be counted as an independent source.`
    case 'undated':
      return `${counted(each.reports, 'report')} ${each.reports === 1 ? 'bears' : 'bear'} no date and none follows from the text: what ${each.reports === 1 ? 'it says' : 'they say'} cannot be placed in time.`
    case 'unchecked':
      return `${each.items} of ${counted(each.of, 'open item')} ${each.items === 1 ? 'is' : 'are'} worded so generally that no result could settle ${each.items === 1 ? 'it' : 'them'}.`
    case 'more':
      return `Only the ${each.items} items that were spoken of last are considered; the ledger holds older ones.`
  }
}

function meeting({ kind, mechanism, session, place, day: on }: MeetingName): string {
  const name = mechanism ?? upperFirst(kind)
  return `${name}${session === null ? '' : `, session ${session}`}${place === null ? '' : `, ${place}`}${on === null ? '' : `, ${day(on)}`}`
}

const outcomesOf = (counts: Parameters<BriefingWords['review']['intro']>[0]): string =>
  list(
    (
      [
        ['done', 'done'],
        ['under-way', 'under way'],
        ['promised-again', 'promised again without visible progress'],
        ['silent', 'not heard of since'],
        ['contradicted', 'told in contradictory ways'],
      ] as const
    ).flatMap(([outcome, words]) => (counts[outcome] > 0 ? [`${counts[outcome]} ${words}`] : [])),
  )

export const en: BriefingWords = {
  title: 'BRIEFING NOTE',
  subtitle: ({ ours, partner }) => `Where cooperation between ${ours} and ${partner} stands`,
  headLeft: ours => [ours.toUpperCase(), 'FOR REFERENCE'],
  headRight: (ours, at) => ['FOR TALKS WITH THE PARTNER', `${ours}, ${day(at)}`],
  annex: 'Annex',
  part: (number, title) => `${['I', 'II', 'III'][number - 1] ?? number}. ${title}`,
  day,
  month,
  period: edtf => edtf.split('/').map(moment).join(' – '),
  quantity: (value, unit) => `${shortNumberIn('en', value)}${unit === '%' ? '%' : ` ${UNITS[unit] ?? unit}`}`,
  bounds: { about: 'about ', over: 'over ', under: 'under ' },
  quoted: words => `“${words}”`,
  captioned: (title, parts) => `${title}: ${parts.join('; ')}.`,
  figure: (number, title) => `Figure ${number}. ${title}`,
  list,
  sentence: parts => `${upperFirst(parts.join('; '))}.`,
  alias: (name, others) => (others.length === 0 ? name : `${name} (${others.join(', ')})`),
  stages: STAGES,
  outcomes: {
    done: 'Done',
    'under-way': 'Under way',
    'promised-again': 'Promised again',
    silent: 'No word',
    contradicted: 'Contradicted',
  },
  overdueMark: 'Overdue',
  reason,
  see: number => `see item\u00a0${number}`,
  span: (first, last) => (first === last ? day(first) : `${day(first)} – ${day(last)}`),
  state: {
    title: 'State of play',
    counts: {
      all: 'items followed',
      done: 'done',
      underway: 'under way',
      late: 'overdue, late or held up',
      silent: 'no word for over 180 days',
    },
    standing: (at, c) =>
      `As of ${day(at)} the sources that were read tell of ${counted(c.all, 'item')} between the two sides: ${c.done} done, ${c.underway} under way, ${c.agreed} agreed, signed or approved but not seen to begin, ${c.asked} still a pledge of one side, a proposal or a wish.`,
    meeting: (name, counts) => `${name}: ${outcomesOf(counts)}.`,
    soon: items => `${counted(items, 'item')} ${items === 1 ? 'falls' : 'fall'} due within 90 days.`,
    basis: (reports, sources, last) =>
      `Basis: ${counted(reports, 'report')} on both sides${sources === 0 ? '' : ` from ${counted(sources, 'outlet')}`}${last === null ? '' : `; the latest is of ${day(last)}`}.`,
    nothing: 'The ledger holds nothing between the two sides under the conditions chosen.',
  },
  raise: {
    title: 'Points to raise',
    intro: 'In order of need, each with its reason.',
    none: 'Nothing needs to be raised under the conditions chosen.',
  },
  expect: {
    title: partner => `What ${partner} may raise`,
    ours: 'Our promise',
    theirs: 'Their request',
    none: 'Nothing was found.',
  },
  meeting,
  people: {
    title: 'Who is who',
    intro: at => `Offices as reports have them up to ${day(at)}.`,
    side: side => side,
    former: office => `Formerly ${office}`,
    head: ['Name', 'Office', 'Last heard of'],
    none: 'No report names anyone.',
  },
  review: {
    title: 'The last minutes, reviewed',
    intro: counts =>
      `${counted(
        Object.values(counts).reduce((sum, n) => sum + n, 0),
        'item',
      )} agreed or signed: ${outcomesOf(counts)}.`,
    none: 'Reports of the last meetings tell of nothing that was agreed or signed.',
    agreed: 'then',
    latest: 'last',
  },
  open: {
    title: 'Open items by field',
    intro: items => `${counted(items, 'item')}; the numbers are those that the first page refers to.`,
    otherField: 'Other fields',
    none: 'None.',
    left: items =>
      `${counted(items, 'proposal or wish', 'proposals and wishes')} that were seldom spoken of are left out here; see the ledger.`,
  },
  done: { title: 'Done', intro: 'What a source reports to be done, the latest first.' },
  figures: {
    title: 'Figures',
    head: ['Figure', 'Value', 'Period'],
    none: 'The reports of the period give no usable figure.',
    progress: 'Progress',
    byStage: 'Items by stage',
    told: 'Figures that the sources give',
  },
  corridor: {
    title: 'Gates and links',
    intro: at => `Classes of gates on ${day(at)} as reports have them; where none says, as the gazetteer has them.`,
    head: ['Gate or lane', 'Class', 'Basis', 'Open items'],
    reports: (reports, first, last) =>
      `${counted(reports, 'report')}, ${first === last ? day(first) : `${day(first)} – ${day(last)}`}`,
    gazetteer: 'gazetteer',
    unknown: 'not known',
    approximate:
      'A full dot is an international gate, a broken ring an approximate position, a broken line a link not yet done. The map is for orientation only and says nothing about the course of the border.',
    map: 'Map of gates and links',
  },
  gaps: {
    title: 'What the sources do not tell',
    gap,
    chart: ({ ours, partner }) => `Reports read by month: ${ours} (red) and ${partner} (blue)`,
  },
  reading: {
    title: 'How to read this paper',
    lines: [
      'It was put together by machine from press reports, plans and official reports in the ledger; each item cites the words of its source in a footnote, in the language of the source.',
      'Stages, in order: wished, proposed, pledged, agreed, signed, approved, under way, done. “Late or held up” is a mark beside them.',
      '“Promised again” means one more promise of what had been promised before, with no progress seen. “No word” says only that the reports that were read are silent; it does not mean that nothing was done.',
      'Where sources differ both are given, and none is chosen. Check with official sources before using this at the table.',
    ],
  },
  fields: ledger.fields,
  gateClasses: ledger.gateClasses,
  meetingKinds: { ...WORDINGS.en.meetingKinds, other: 'meeting' },
  languages: LANGUAGES,
  noDay: 'day not given',
}

const UNITS: Readonly<Record<string, string>> = { t: 'tonnes' }
