// Every page: its address, who may see it, and its module, which is fetched when it is first opened.
import { t } from '../app/i18n.js';

export const pages = [
  { path: '/', menu: true, also: ['/sources/:id'], title: () => t('Tổng quan', 'Overview'), load: () => import('./overview.js') },
  { path: '/sources/:id', title: () => t('Nguồn', 'Source'), load: () => import('./source.js') },
  { path: '/feed', menu: true, also: ['/records/:type/:id'], title: () => t('Dòng dữ liệu', 'Feed'), load: () => import('./feed.js') },
  { path: '/records/:type/:id', title: () => t('Bản ghi', 'Record'), load: () => import('./record.js') },
];
