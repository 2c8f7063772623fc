/**
 * Classes that the code of `read` and of the languages asks for. Every pack has them, though it may leave one empty. Words
 * of these classes mean the same in every language; what they mean is told where they are used.
 */
export const CLASSES = [
  // numbers and dates
  'NUMBER', 'SPELLED', 'NUMWORD', 'MULT', 'HALF', 'UNIT', 'BOUND', 'CHANGE', 'REACH', 'PART', 'QUARTER', 'MONTHNAME',
  'RELDAY', 'RELMONTH', 'RELYEAR', 'DATE', 'QUANTITY', 'WEEKDAY', 'DAYPART', 'DAYWORD', 'PER',
  // names
  'PLACE', 'KIND', 'LOC', 'SHORT', 'PAIR', 'BODY', 'LOCALBODY', 'ORG', 'TITLE', 'OFFICE', 'RANK', 'HONOR', 'FORMER', 'PERSON',
  'SURNAME', 'LEADS', 'MISSION', 'COUNTRYHINT', 'UNION',
  // things
  'GATE', 'GATEPAIR', 'GATEKIND', 'GATECLASS', 'LINK', 'LINKKIND', 'LINKNAME', 'PAPER', 'INSTR', 'MECH', 'MECHANISM',
  'SESSION', 'MEET', 'MEETING', 'FIELD',
  // statements
  'SAY', 'NEED', 'ORDER', 'JOINT', 'SIDEWORD', 'DID', 'DOING', 'WILL', 'NOT', 'PASSIVE', 'DONE', 'STARTED', 'APPROVED',
  'STALLED', 'SIGN', 'ACT', 'ALSO', 'OPENER', 'THAT', 'PURPOSE', 'SUBORD', 'EMPHASIS', 'GOODWILL', 'AND', 'HASTE', 'ADVERB', 'WITHIN', 'OF', 'NOUNMARK', 'JOINS', 'FROM', 'TO', 'ISSUE', 'GOING', 'INVITE', 'PRONOUN', 'HINT', 'NEGOTIATE', 'DEICTIC', 'AT', 'GENERIC', 'ATTEND', 'FRAMEWORD', 'CONFLICT', 'AGAINST', 'MEETVERB', 'SESSIONWORD', 'COPULA', 'MEANS', 'RELATIVE', 'COOPERATION',
  // parts of a page
  'CREDIT', 'CAPTIONWORD', 'FURNITURE', 'SOURCEWORD', 'ABBREVIATION',
  'SILENT', 'NONE', 'FRAMEWORK', 'FUNCTION', 'ROMAN', 'DOMAIN', 'BODYHEAD', 'NAMEDHEAD',
] as const

export type ClassName = (typeof CLASSES)[number]
