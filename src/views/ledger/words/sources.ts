import type { SourceWording } from '../words.ts'

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

export const vi: SourceWording = {
  title: 'Nguồn tin đang theo dõi',
  nothing: 'Chưa theo dõi nguồn nào. Viết tệp sources.toml (docs/intake.md), rồi chạy: bienban watch sources.toml',
  never: 'chưa đọc',
  kinds: { feed: 'RSS/Atom', sitemap: 'sơ đồ trang', listing: 'trang danh mục', folder: 'thư mục' },
  gave: count => `đã cho ${count} bài`,
  named: count => `lần đọc gần nhất nêu ${count} trang`,
  failed: count => `${count} trang không đọc được`,
  fails: count => `lỗi ${count} lần liền`,
  next: at => `đọc lại sau ${at}`,
  round: r => `nêu ${r.named} trang, đọc ${r.fresh} trang mới, thêm ${r.added} bài.`,
}

export const en: SourceWording = {
  title: 'Sources that are watched',
  nothing: 'No source is watched yet. Write a sources.toml (docs/intake.md), then: bienban watch sources.toml',
  never: 'not read yet',
  kinds: { feed: 'feed', sitemap: 'sitemap', listing: 'listing', folder: 'folder' },
  gave: count => `gave ${plural(count, 'report')}`,
  named: count => `named ${plural(count, 'page')} when last read`,
  failed: count => `${plural(count, 'page')} could not be read`,
  fails: count => `failed ${plural(count, 'time')} in a row`,
  next: at => `next after ${at}`,
  round: r => `names ${plural(r.named, 'page')}, read ${r.fresh} new, added ${plural(r.added, 'report')}.`,
}

export const zh: SourceWording = {
  title: '正在关注的来源',
  nothing: '尚未关注任何来源。请编写 sources.toml（见 docs/intake.md），然后运行：bienban watch sources.toml',
  never: '尚未读取',
  kinds: { feed: '订阅源', sitemap: '网站地图', listing: '列表页', folder: '文件夹' },
  gave: count => `已收录 ${count} 篇`,
  named: count => `上次读取列出 ${count} 个网页`,
  failed: count => `${count} 个网页未能读取`,
  fails: count => `连续失败 ${count} 次`,
  next: at => `${at} 之后再读`,
  round: r => `列出 ${r.named} 个网页，读取 ${r.fresh} 个新网页，收录 ${r.added} 篇。`,
}
