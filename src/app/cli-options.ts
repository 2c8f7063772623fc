import { Argument, InvalidArgumentError, Option } from 'commander'
import { isIsoDay } from '../model/calendar.ts'

export const langOption = (): Option =>
  new Option('--lang <code>', 'language of reports that do not name it').default('vi')

export const publishedOption = (): Option =>
  new Option('--published <day>', 'day of publication of reports that do not give it, as 2025-05-15').argParser(
    dayArgument,
  )

export const passwordOption = (): Option => new Option('--password <word>', 'of papers under a password')

export function dayArgument(value: string): string {
  if (isIsoDay(value)) return value
  throw new InvalidArgumentError(`"${value}" is no day of the calendar. Write it as 2025-05-15.`)
}

export function countArgument(value: string): number {
  if (/^\d+$/.test(value)) return Number(value)
  throw new InvalidArgumentError(`"${value}" is no whole number.`)
}

export const inputsArgument = (): Argument =>
  new Argument('<inputs...>', 'files, folders or addresses (https://…); - is the standard input')
