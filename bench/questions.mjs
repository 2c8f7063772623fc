// What is asked of ledgers of generated reports: sides, fields, stages and words that the recipe has.
export const SIDES = [
  'vn-cao-bang',
  'vn-lang-son',
  'vn-quang-ninh',
  'vn-lao-cai',
  'vn-lai-chau',
  'vn-dien-bien',
  'vn-son-la',
  'vn-ha-tinh',
]
export const PARTNERS = ['cn-gx', 'cn-yn', 'cn-gd', 'cn-hn', 'cn-gz', 'cn-sc']
export const FIELDS = ['transport', 'trade', 'agriculture', 'education', 'environment', 'health']
export const STAGES = ['agreed', 'proposed', 'underway', 'done', 'wished', 'pledged']
export const WORDS = [
  'kiem dich',
  'duong day',
  'quan trac',
  'benh vien',
  'tra linh',
  'duoc lieu',
  'cao bang',
  'hop tac',
  'kho lanh',
  'ta lung',
]
