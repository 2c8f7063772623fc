import type { Briefing } from '../api/briefing.ts'
import { corridorSection } from './corridor.ts'
import { type Desk, deskFor, line } from './desk.ts'
import { directorPage } from './director.ts'
import type { BriefingFacts, Onomasticon } from './facts.ts'
import { figuresSections } from './figures.ts'
import { gapsSection } from './gaps.ts'
import { doneSection, numberItems, openSections } from './open.ts'
import { peopleSections } from './people.ts'
import { reviewSections } from './review.ts'
import { numbered, section } from './section.ts'
import { onPaper } from './typography.ts'

/**
 * The paper for talks between two sides: one page for the director, then what stands behind it. The same facts give the same paper,
 * to the letter; footnotes are numbered in the order in which they are read.
 */
export function briefingOf(facts: BriefingFacts, onomasticon: Onomasticon): Briefing {
  const desk = deskFor(facts, onomasticon)
  numberItems(desk)
  const { words, sides, notes, lang } = desk
  const { at, secrecy } = facts.options
  return {
    lang,
    head: {
      secrecy: onPaper(secrecy) || null,
      left: [...words.headLeft(sides.ours)],
      right: [...words.headRight(sides.ours, at)],
    },
    title: words.title,
    subtitle: words.subtitle(sides),
    at,
    director: directorPage(desk).map((part, i) => ({ ...part, title: words.part(i + 1, part.title) })),
    annex: words.annex,
    sections: numbered(annexOf(desk)),
    notes,
  }
}

const annexOf = (desk: Desk) => [
  ...peopleSections(desk),
  ...reviewSections(desk),
  ...openSections(desk),
  ...doneSection(desk),
  ...figuresSections(desk),
  ...corridorSection(desk),
  gapsSection(desk),
  readingSection(desk),
]

const readingSection = ({ words }: Desk) =>
  section({ title: words.reading.title, lines: words.reading.lines.map(text => line({ text })) })
