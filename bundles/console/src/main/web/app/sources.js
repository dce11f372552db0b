// What a source's status means to people.
import { html } from './html.js';
import { text, t } from './i18n.js';
import { Badge } from './parts.js';

const TROUBLE = { misconfigured: 'bad', failing: 'bad', waiting: 'warn', stopped: 'idle', starting: 'idle' };

/** good, warn, bad or idle. */
export const kindOf = (source) =>
  TROUBLE[source.state] || (source.detail === 'silent' || source.detail === 'concern' ? 'warn' : 'good');

export const StateBadge = ({ source }) => html`<${Badge} kind=${kindOf(source)}>
  ${source.detail === 'silent' ? t('Im lặng quá lâu', 'Silent too long') : text(source.stateTitle)}<//>`;

/** Why a person has to look at a source now; empty when nobody has to. */
export function concerns(source) {
  const found = [];
  const kind = kindOf(source);
  if (kind === 'bad' || kind === 'warn') found.push({ kind, words: text(source.sentence) });
  if (source.confirmations.length) {
    found.push({
      kind: 'warn',
      words: t('Danh sách của nguồn thiếu nhiều bản ghi, chờ người xác nhận xóa: ', 'Its list lacks many records; their deletion waits for a person: ')
        + source.confirmations.join(', '),
    });
  }
  return found;
}

/** Records of the last full minute, and of the hour. */
export function rates(source) {
  const accepted = source.rates?.accepted || [];
  return { accepted, minute: accepted.at(-2) || 0, hour: accepted.reduce((sum, n) => sum + n, 0) };
}
