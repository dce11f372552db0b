// Alerts, as the overview and their own page show them.
import { html } from './html.js';
import { t } from './i18n.js';
import { Badge } from './parts.js';
import { who } from './words.js';

export const kindOfAlert = (alert) => (alert.severity === 'critical' ? 'bad' : 'warn');

export const Severity = ({ alert }) => html`<${Badge} kind=${kindOfAlert(alert)}>${alert.severity === 'critical'
  ? t('Nghiêm trọng', 'Critical') : t('Cảnh báo', 'Warning')}<//>`;

/** Whoever takes care of it. */
export const Taken = ({ alert }) => alert.acknowledged
  && html`<${Badge} kind="good">${t(`${who(alert.acknowledged.by)} đang xử lý`, `${who(alert.acknowledged.by)} takes care of it`)}<//>`;
