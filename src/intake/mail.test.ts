import { describe, expect, test } from 'vitest'
import { docxOf, take } from '../../test/intake/papers.ts'

const HEAD = `From: =?UTF-8?Q?S=E1=BB=9F_Ngo=E1=BA=A1i_v=E1=BB=A5?= <a@b.example>
Subject: =?UTF-8?B?${Buffer.from('Kết quả hội đàm').toString('base64')}?=
Date: Tue, 24 Sep 2024 23:15:00 +0700
MIME-Version: 1.0`

const mail = (lines: string): Uint8Array => Buffer.from(`${HEAD}\n${lines}`.replaceAll('\n', '\r\n'))

const part = (type: string, content: string, more = ''): string =>
  `--x\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n${more}\n${Buffer.from(content).toString('base64')}\n`

test('the subject is the title, the day is that of the sender', async () => {
  const text = Buffer.from('Hai bên nhất trí.\n').toString('base64')
  const [{ document }] = await take(
    'a.eml',
    mail(`Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${text}`),
  )
  expect(document).toMatchObject({ title: 'Kết quả hội đàm', published: '2024-09-24' })
  expect(document?.text).toBe('Kết quả hội đàm\n\nHai bên nhất trí.')
})

test('a body in an older character set', async () => {
  const body = Buffer.concat([
    mail('Content-Type: text/plain; charset=windows-1258\nContent-Transfer-Encoding: 8bit\n\n'),
    Buffer.from([0x48, 0xf4, 0xf2, 0x69, 0x20, 0xf0, 0xe0, 0x6d]),
  ])
  const [{ document }] = await take('a.eml', body)
  expect(document?.text.normalize('NFC')).toBe('Kết quả hội đàm\n\nHội đàm')
})

describe('attachments', () => {
  const docx = Buffer.from(docxOf('<w:p><w:r><w:t>Biên bản</w:t></w:r></w:p>'))

  test('are documents of their own, with their names; pictures of the letter are none', async () => {
    const attached = `--x\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*=UTF-8''bi%C3%AAn%20b%E1%BA%A3n.docx\n\n${docx.toString('base64')}\n`
    const logo = part('image/png', 'logo', 'Content-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n')
    const taken = await take(
      'a.eml',
      mail(
        `Content-Type: multipart/mixed; boundary=x\n\n${part('text/html; charset=utf-8', '<p>Kính gửi</p>')}${attached}${logo}--x--\n`,
      ),
    )
    expect(taken.map(({ document }) => document?.text)).toEqual(['Kết quả hội đàm\n\nKính gửi', 'Biên bản'])
    expect(taken[1].document).toMatchObject({ file: 'a.eml/biên bản.docx', published: '2024-09-24' })
    expect(Buffer.from(taken[1].bytes!).equals(docx)).toBe(true)
  })

  test('a forwarded mail, and mails in mails without end', async () => {
    const wrap = (inner: string): string =>
      `Subject: S\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--y--\r\n`
    const simple = 'Subject: Tin\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nTrong cung\r\n'
    const taken = await take('a.eml', Buffer.from(wrap(simple)))
    expect(taken.map(({ document }) => document?.text)).toEqual(['Tin\n\nTrong cung'])
  })
})

test('a mail is known by its beginning', async () => {
  expect((await take(null, mail('Content-Type: text/plain\n\nTin')))[0].document?.title).toBe('Kết quả hội đàm')
})
