const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Words of classes and ids that portals give to what is not the article. */
export const FURNITURE_NAMES = setOf(`
  ad ads adv advert advertisement adsbygoogle banner qc quangcao sponsor sponsored promo promotion
  nav navbar navigation menu submenu breadcrumb breadcrumbs crumb topbar toolbar sidebar aside widget rightcol rightbar leftbar
  related relate relation relatednews lienquan tinlienquan baivietlienquan morenews othernews othernew tinkhac tincungmuc cungchuyenmuc
  tinmoi tinnong tinmoinhat docnhieu xemnhieu mostread mostviewed popular trending hotnews latest recommend recommended recommendation suggestion
  readmore xemthem doctiep nextnews prevnews pagination paging pager
  comment comments binhluan ykien disqus fbcomments reply
  share sharing social socials addthis sharebar fblike likebox facebook zalo twitter follow
  tag tags tagcloud keyword keywords tukhoa
  newsletter subscribe subscription signup login popup modal overlay cookie cookies consent paywall
  search searchbox vote poll rating rate survey thamdo
  footer foot bottombar copyright masthead sitemap hotline contact gotop backtotop totop
  print printer email sendmail bookmark fontsize audio player tts podcast skip skiplink screenreader lang language langswitch weather
`)

/** What stands at the head of a page is no furniture where it holds the title. */
export const HEAD_NAMES = setOf('header head top sitehead pagehead siteheader')

/** Words of classes and ids that portals give to the article's own parts. */
export const ARTICLE_NAMES = setOf(`
  article articlebody articlecontent articledetail detail detailcontent maincontent contentdetail newscontent newsdetail newsbody postcontent entrycontent entry
  storybody story noidung noidungtin chitiet baiviet bodytext fulltext cmsbody knc contentbody vcontent textcontent zwcontent trsuedit
`)

/** Names of a lead, a caption, an author's line: parts of an article that may stand outside its body. */
export const LEAD_NAMES = setOf(
  'sapo lead summary description desc intro standfirst teaser abstract chapeau tomtat trichdan excerpt articlesummary subtitle',
)
export const CAPTION_NAMES = setOf(
  'caption figcaption photocaption imgcaption imagecaption picdesc chuthich photodesc picturecaption piccaption wpcaptiontext imagedesc',
)
export const AUTHOR_NAMES = setOf('author authorname tacgia byline nguoiviet butdanh source nguon articleauthor')

/** Headings under which a page goes on to other articles, or to its readers. */
export const AFTER_HEADINGS =
  /^(?:(?:các )?tin(?: tức| bài)? (?:liên quan|khác|mới|cũ hơn|cùng (?:chuyên )?mục|đọc nhiều|nổi bật|nóng)|(?:các )?bài (?:viết )?(?:liên quan|khác|mới|cùng chuyên mục)|cùng chuyên mục|có thể bạn quan tâm|bạn có thể quan tâm|đọc nhiều(?: nhất)?|xem nhiều|tin mới nhất|tin nổi bật|bình luận|ý kiến bạn đọc|ý kiến của bạn|gửi bình luận|chủ đề|từ khóa|tags?|相关(?:新闻|阅读|链接|报道)|推荐阅读|延伸阅读|热门(?:新闻|文章)|网友评论|评论|更多(?:新闻)?|上一篇|下一篇|related(?: (?:news|stories|articles|posts|content))?|more (?:on this|news|stories|from)|most (?:read|popular|viewed)|you may also like|recommended(?: for you)?|read next|latest news|comments?|leave a (?:comment|reply)|see also|topics|keywords)(?: ?\(?\d*\)?)?\s*[:：»>]*$/iu

/** Lines of a page's own, wherever they stand. */
export const FURNITURE_LINES =
  /^(?:chia sẻ(?: bài viết| ngay)?|facebook|zalo|twitter|x|email|linkedin|youtube|messenger|telegram|whatsapp|sao chép(?: liên kết| link)?|copy link|lưu(?: bài viết| bài)?|theo dõi(?: báo .*| chúng tôi.*| .* trên google news)?|google news|in(?: bài(?: viết| này)?| trang| tin)?|in bài viết|bản in|gửi(?: bài viết| email| cho bạn bè| phản hồi)?|phản hồi|đóng|quay lại|trở (?:lại|về)(?: trang chủ| đầu trang)?|về đầu trang|trang chủ|lên đầu trang|xem thêm|xem tiếp|đọc tiếp|đọc bài gốc|nghe đọc bài|nghe audio|a[-+]|aa|cỡ chữ.*|\d+ (?:bình luận|lượt xem|comments?|views?|shares?)|lượt xem:? ?\d*|số lượt xem:? ?[\d.,]*|đánh giá.*|bình chọn.*|quảng cáo|advertisement|sponsored|thích|like|tweet|share(?: this(?: article| story)?)?|print(?: this page)?|save|follow us.*|subscribe.*|sign up.*|read more|continue reading|back to top|top|home|close|skip to (?:main )?content|分享(?:到)?[:：]?.*|打印(?:本页)?|关闭(?:窗口)?|【?(?:打印|关闭|字号|大|中|小|返回顶部|纠错|收藏)】?|字号[:：]?.*|(?:【[^】]{1,8}】\s*)+|责任编辑[:：].*|\(?责编[:：].*|编辑[:：].*|点击量?[:：].*|浏览(?:次数)?[:：].*|扫一扫.*|微信|微博|qq空间|返回(?:首页|列表|顶部)|收藏|首页|©.*|copyright .*|bản quyền .*|last (?:changed|updated|modified).*|you are visitor.*|nguồn\s*:\s*https?:\S*|https?:\S*|mời (?:quý )?(?:bạn|độc giả|quý vị).*(?:theo dõi|đón đọc|xem).*|(?:>>+|»|→)\s*(?:xem|đọc|mời).*|(?:xem|đọc) thêm\s*[:：>].*|see also\s*[:：].*|read also\s*[:：].*|related\s*[:：].*)$/iu
