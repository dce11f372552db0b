// Every page: its address, who may see it, and its module, which is fetched when it is first opened.
import { t } from '../app/i18n.js';

export const pages = [
  { path: '/', menu: true, also: ['/sources/:id'], title: () => t('Tổng quan', 'Overview'), load: () => import('./overview.js') },
  { path: '/sources/:id', title: () => t('Nguồn', 'Source'), load: () => import('./source.js') },
  { path: '/feed', menu: true, also: ['/records/:type/:id'], title: () => t('Dòng dữ liệu', 'Feed'), load: () => import('./feed.js') },
  { path: '/records/:type/:id', title: () => t('Bản ghi', 'Record'), load: () => import('./record.js') },
  { path: '/map', menu: true, title: () => t('Bản đồ', 'Map'), load: () => import('./map.js') },
  { path: '/areas', menu: true, title: () => t('Đơn vị hành chính', 'Areas'), load: () => import('./areas.js') },
  { path: '/tenants', menu: true, title: () => t('Cơ quan, lịch trực', 'Authorities'), load: () => import('./tenants.js') },
  { path: '/deliveries', menu: true, role: 'operator', title: () => t('Gửi ra ngoài', 'Deliveries'), load: () => import('./deliveries.js') },
  { path: '/keys', menu: true, role: 'admin', title: () => t('Khóa truy cập', 'Access keys'), load: () => import('./keys.js') },
  { path: '/audit', menu: true, role: 'admin', title: () => t('Nhật ký', 'Audit trail'), load: () => import('./audit.js') },
];
