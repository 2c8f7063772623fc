import { Document, Packer, Paragraph } from 'docx'
import type { Page } from 'playwright-core'

/** A file as a person has it on the desk. */
export interface OwnFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

export const textFile = (name: string, text: string): OwnFile => ({
  name,
  type: 'text/plain',
  bytes: Buffer.from(text),
})

/** Three reports in our own words, in three formats: plain text, a web page, a Word file. */
export async function threeFiles(): Promise<OwnFile[]> {
  const told = [
    'Cao Bằng và Quảng Tây hội đàm về cửa khẩu\nNgày 14/5/2025, tại thành phố Cao Bằng, UBND tỉnh Cao Bằng hội đàm với Chính phủ Khu tự trị dân tộc Choang Quảng Tây. Hai bên nhất trí kéo dài giờ thông quan tại cặp cửa khẩu Trà Lĩnh - Long Bang.',
    'Lạng Sơn ký biên bản với Quảng Tây\nNgày 20/6/2025, tại thành phố Nam Ninh, UBND tỉnh Lạng Sơn và Chính phủ Khu tự trị dân tộc Choang Quảng Tây ký biên bản ghi nhớ về cửa khẩu thông minh Hữu Nghị - Hữu Nghị Quan.',
    'Quảng Ninh và Quảng Tây hội đàm tại Móng Cái\nNgày 3/7/2025, tại thành phố Móng Cái, UBND tỉnh Quảng Ninh hội đàm với Chính phủ Khu tự trị dân tộc Choang Quảng Tây. Hai bên nhất trí mở thêm tuyến du lịch Hạ Long - Bắc Hải.',
  ].map(text => text.split('\n'))
  const [plain, [title, body], paper] = told
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p></article></body></html>`
  const word = new Document({ sections: [{ children: paper.map(text => new Paragraph(text)) }] })
  return [
    textFile('hội đàm.txt', plain.join('\n')),
    { name: 'biên bản.html', type: 'text/html', bytes: Buffer.from(page) },
    {
      name: 'đề nghị.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await Packer.toBuffer(word),
    },
  ]
}

/** Two officials of one name, of two provinces: whether they are one person is for people to say. */
export const TWO_OF_ONE_NAME: readonly OwnFile[] = [
  textFile(
    'a.txt',
    'Cao Bằng hội đàm với Bách Sắc\nNgày 14/5/2025, ông Triệu Đình Lê, Giám đốc Sở Ngoại vụ tỉnh Cao Bằng, hội đàm với lãnh đạo thành phố Bách Sắc (Quảng Tây, Trung Quốc). Hai bên nhất trí mở lại cặp cửa khẩu Sóc Giang - Bình Mãng.',
  ),
  textFile(
    'b.txt',
    'Lạng Sơn hội đàm với Sùng Tả\nNgày 2/9/2025, ông Triệu Đình Lê, Giám đốc Sở Ngoại vụ tỉnh Lạng Sơn, hội đàm với lãnh đạo thành phố Sùng Tả (Quảng Tây, Trung Quốc). Hai bên nhất trí kéo dài giờ thông quan tại cửa khẩu Hữu Nghị.',
  ),
]

/** Runs in the page: what a file manager hands over. */
const CARRIED = `files => {
  const carried = new DataTransfer()
  for (const { name, type, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), letter => letter.codePointAt(0))
    carried.items.add(new File([bytes], name, { type }))
  }
  return carried
}`

/** Drops files on a part of the page, as from a file manager. */
export async function drop(page: Page, selector: string, files: readonly OwnFile[]): Promise<void> {
  const sent = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  const dataTransfer = await page.evaluateHandle(`(${CARRIED})(${JSON.stringify(sent)})`)
  await page.dispatchEvent(selector, 'dragover', { dataTransfer })
  await page.dispatchEvent(selector, 'drop', { dataTransfer })
}
