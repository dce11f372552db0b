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
  { path: '/alerts', menu: true, role: 'viewer', title: () => t('Cảnh báo', 'Alerts'), load: () => import('./alerts.js') },
  { path: '/quarantine', menu: true, also: ['/quarantine/:id'], role: 'viewer', title: () => t('Cách ly', 'Quarantine'), load: () => import('./quarantine.js') },
  { path: '/quarantine/:id', role: 'viewer', title: () => t('Bản ghi cách ly', 'Refused record'), load: () => import('./quarantine-entry.js') },
  { path: '/replays', menu: true, also: ['/replays/:id'], role: 'owner', title: () => t('Chạy lại', 'Replays'), load: () => import('./replays.js') },
  { path: '/replays/:id', role: 'owner', title: () => t('Lượt chạy lại', 'Replay'), load: () => import('./replay.js') },
  { path: '/quality', menu: true, also: ['/quality/behind'], role: 'viewer', title: () => t('Chất lượng', 'Quality'), load: () => import('./quality.js') },
  { path: '/quality/behind', role: 'viewer', title: () => t('Sau con số', 'Behind the number'), load: () => import('./quality-behind.js') },
  { path: '/reports', menu: true, role: 'viewer', title: () => t('Báo cáo', 'Reports'), load: () => import('./reports.js') },
  { path: '/deployments', menu: true, role: 'operator', title: () => t('Triển khai', 'Deployments'), load: () => import('./deployments.js') },
  { path: '/shadows', menu: true, also: ['/shadows/:id'], role: 'operator', title: () => t('Bản thử', 'Shadows'), load: () => import('./shadows.js') },
  { path: '/shadows/:id', role: 'operator', title: () => t('Bản thử', 'Shadow'), load: () => import('./shadow.js') },
];
