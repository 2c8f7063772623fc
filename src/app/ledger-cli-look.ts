import { type Command, Option } from 'commander'
import { FIELDS } from '../model/kinds.ts'
import { STAGES } from '../model/stage.ts'
import { BRIEFING_LANGUAGES } from '../views/api/briefing.ts'
import { countArgument, dayArgument } from './cli-options.ts'
import { atOption, type Done, ledgerCommand, limitOption, manyOption } from './ledger-options.ts'

/** The commands that only look. */
export function addLooking(program: Command, done: Done): void {
  addOverview(program, done)
  addLedger(program, done)
  addShow(program, done)
  addReview(program, done)
  addLists(program, done)
  addBriefing(program, done)
  addSearch(program, done)
  addWhy(program, done)
}

function addOverview(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'overview',
    'the state of the ledger on one screen: agreed, under way, silent, meetings, gates',
  )
    .addOption(limitOption(5))
    .action(async options => {
      const { overviewCommand } = await import('./commands/ledger/overview.ts')
      done(await overviewCommand(options))
    })
}

const since = (): Option => new Option('--since <day>', 'last spoken of on that day or later').argParser(dayArgument)
const until = (): Option => new Option('--until <day>', 'last spoken of on that day or before').argParser(dayArgument)
const sides = (): Option =>
  manyOption('--side <name>', 'of this side: a province, a prefecture, a country; may be given again')

function addLedger(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'ledger',
    'undertakings: what was promised, how far it has come, and since when nothing more was heard',
    'bienban ledger --side "Cao Bằng" --partner "Quảng Tây" --stage agreed',
    'bienban ledger --gate "Trà Lĩnh" --silent 180 --oldest',
    'bienban ledger --person "Quản Minh Cường" --at 2025-06-30',
  )
    .addOption(sides())
    .option('--partner <name>', 'and of this side too')
    .addOption(manyOption('--field <field>', `one of: ${FIELDS.join(', ')}`))
    .addOption(new Option('--stage <stage>', 'how far it has come').choices(STAGES))
    .option('--gate <name>', 'about this gate')
    .option('--link <name>', 'about this road, railway, bridge …')
    .option('--mechanism <name>', 'about this mechanism')
    .option('--person <name>', 'that this person speaks of: a name, or an id')
    .addOption(since())
    .addOption(until())
    .addOption(new Option('--silent <days>', 'not done, and no word for so many days').argParser(countArgument))
    .option('--verifiable', 'that a later report can settle', false)
    .option('--words <words>', 'with these words, marks and case aside')
    .option('--oldest', 'the longest silent first', false)
    .addOption(atOption())
    .addOption(limitOption(20))
    .action(async options => {
      const { ledgerCommand: list } = await import('./commands/ledger/ledger.ts')
      done(await list(options))
    })
}

function addShow(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'show',
    'anything by its id: an undertaking with its history, a meeting, a person, a gate, a claim, a report',
    'bienban show undertaking-3f2a9c01d2',
    'bienban show 3f2a9c01d2b4e5f6             a claim, or a report',
  )
    .argument('<id>', 'as the other commands print it; former ids still lead there')
    .addOption(atOption())
    .addOption(limitOption(12))
    .action(async (id: string, options) => {
      const { showCommand } = await import('./commands/ledger/show.ts')
      done(await showCommand(id, options))
    })
}

function addReview(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'review-of',
    'the last minutes, reviewed: each item that was agreed at a meeting, and what came of it',
    'bienban review-of meeting-3f2a9c01d2 --at 2025-12-31',
  )
    .argument('<meeting>', 'a meeting ("bienban meetings" lists them), or a report of one')
    .addOption(atOption())
    .action(async (id: string, options) => {
      const { reviewCommand } = await import('./commands/ledger/review.ts')
      done(await reviewCommand(id, options))
    })
}

function addLists(program: Command, done: Done): void {
  const list = (name: string, description: string, ...examples: string[]): Command =>
    ledgerCommand(program, name, description, ...examples)
      .addOption(sides())
      .option('--words <words>', 'with these words in the name, marks and case aside')
      .addOption(since())
      .addOption(until())
      .addOption(limitOption(20))
  list('meetings', 'who met whom, when and where', 'bienban meetings --side "Cao Bằng" --since 2025-01-01')
    .option('--mechanism <name>', 'sessions of this mechanism')
    .action(async options => done(await (await import('./commands/ledger/lists.ts')).meetingsCommand(options)))
  list('people', 'who held which office, from when to when, by how many reports', 'bienban people --side "Quảng Tây"')
    .addOption(atOption())
    .action(async options => done(await (await import('./commands/ledger/lists.ts')).peopleCommand(options)))
  list('gates', 'what each gate was open to, and who says so', 'bienban gates --side "Cao Bằng" --at 2024-01-01')
    .addOption(atOption())
    .action(async options => done(await (await import('./commands/ledger/lists.ts')).gatesCommand(options)))
  list(
    'figures',
    'series by measure and place, each point with its words',
    'bienban figures --words "kim ngạch"',
  ).action(async options => done(await (await import('./commands/ledger/lists.ts')).figuresCommand(options)))
}

function addBriefing(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'briefing',
    'the paper for talks with a partner: one page for the director, and what stands behind it',
    'bienban briefing --ours "Cao Bằng" --partner "Quảng Tây" -o briefing.docx',
    'bienban briefing --partner "Quảng Tây" --since 2024-01-01 --field trade --lang zh -o briefing.pdf',
  )
    .requiredOption('--partner <name>', 'the side that is met')
    .option('--ours <name>', 'the side that reads it; the one that most reports on the partner are about')
    .addOption(since())
    .addOption(manyOption('--field <field>', `one of: ${FIELDS.join(', ')}`))
    .addOption(manyOption('--id <undertaking>', 'only these undertakings'))
    .addOption(new Option('--lang <code>', 'language of the paper').choices(BRIEFING_LANGUAGES).default('vi'))
    .option('--secrecy <words>', 'above the head, such as a degree of secrecy', '')
    .option('-o, --output <file>', 'a name that ends in .docx, .pdf, .md or .json; without it Markdown is printed')
    .addOption(atOption())
    .action(async options => {
      const { briefingCommand } = await import('./commands/briefing.ts')
      done(await briefingCommand(options))
    })
}

function addSearch(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'search',
    'reports and entities that hold all words; marks, case and đ do not count',
    'bienban search duong sat lao cai',
    'bienban search \'"tra linh" viet*\'    words that stand together, or begin so',
  )
    .argument('<words...>')
    .addOption(limitOption(10))
    .action(async (words: string[], options) => {
      const { searchCommand } = await import('./commands/ledger/search.ts')
      done(await searchCommand(words, options))
    })
}

function addWhy(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'why',
    'why some reports are taken to speak of one thing: the features and the score of each judgement',
    'bienban why meeting-3f2a9c01d2',
    'bienban why person-3f2a9c01d2 person-9b01c2d3e4',
  )
    .argument('<id>')
    .argument('[other]')
    .addOption(limitOption(12))
    .action(async (id: string, other: string | undefined, options) => {
      const { whyCommand } = await import('./commands/ledger/why.ts')
      done(await whyCommand(other === undefined ? [id] : [id, other], options))
    })
}
