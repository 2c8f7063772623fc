import { defineWords } from './define.ts'

/** The list of keys: groups of keys with what they do. */
export const keyWords = defineWords({
  vi: {
    title: 'Phím tắt',
    groups: [
      {
        name: 'Ở mọi trang',
        keys: [
          ['/', 'tìm kiếm'],
          ['?', 'bảng phím này'],
          ['g h', 'tổng quan'],
          ['g l', 'sổ theo dõi'],
          ['g m', 'cuộc gặp'],
          ['g c', 'hành lang'],
          ['g r', 'việc chờ xem'],
          ['g b', 'tài liệu họp'],
          ['Esc', 'đóng'],
        ],
      },
      {
        name: 'Trong danh sách',
        keys: [
          ['j k', 'dòng sau, dòng trước'],
          ['o', 'mở'],
          ['x', 'chọn, bỏ chọn'],
        ],
      },
      {
        name: 'Khi xem lại',
        keys: [
          ['a', 'chấp nhận'],
          ['r', 'bác bỏ'],
          ['c', 'sửa'],
          ['s', 'là một'],
          ['d', 'là hai'],
          ['z', 'rút lại'],
        ],
      },
    ],
  },
  en: {
    title: 'Keyboard',
    groups: [
      {
        name: 'On every page',
        keys: [
          ['/', 'search'],
          ['?', 'this list'],
          ['g h', 'overview'],
          ['g l', 'ledger'],
          ['g m', 'meetings'],
          ['g c', 'corridor'],
          ['g r', 'review'],
          ['g b', 'briefing'],
          ['Esc', 'close'],
        ],
      },
      {
        name: 'In a list',
        keys: [
          ['j k', 'next row, row before'],
          ['o', 'open'],
          ['x', 'select or not'],
        ],
      },
      {
        name: 'In review',
        keys: [
          ['a', 'accept'],
          ['r', 'reject'],
          ['c', 'correct'],
          ['s', 'the same'],
          ['d', 'different'],
          ['z', 'take back'],
        ],
      },
    ],
  },
  zh: {
    title: '快捷键',
    groups: [
      {
        name: '所有页面',
        keys: [
          ['/', '搜索'],
          ['?', '本列表'],
          ['g h', '总览'],
          ['g l', '台账'],
          ['g m', '会晤'],
          ['g c', '走廊'],
          ['g r', '待审'],
          ['g b', '会谈材料'],
          ['Esc', '关闭'],
        ],
      },
      {
        name: '列表中',
        keys: [
          ['j k', '下一行、上一行'],
          ['o', '打开'],
          ['x', '选中或取消'],
        ],
      },
      {
        name: '审核时',
        keys: [
          ['a', '认可'],
          ['r', '否定'],
          ['c', '更正'],
          ['s', '同一'],
          ['d', '不同'],
          ['z', '撤回'],
        ],
      },
    ],
  },
})
