// Words about refused records.
import { t } from './i18n.js';

const STAGES = {
  read: () => t('đọc thông điệp', 'reading the message'),
  normalize: () => t('chuẩn hóa', 'normalising'),
  validate: () => t('kiểm tra', 'validation'),
  merge: () => t('ghép với bản ghi đang có', 'merging with the record'),
  orphan: () => t('chờ bản ghi gốc', 'waiting for its record'),
};

/** Where in the hub it was refused. */
export const stageName = (stage) => (STAGES[stage] ? STAGES[stage]() : stage);
