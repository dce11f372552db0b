// Words and colours of replays.
import { html } from './html.js';
import { number, t } from './i18n.js';
import { Badge } from './parts.js';

const STATES = {
  running: ['good', () => t('Đang chạy', 'Running')],
  paused: ['warn', () => t('Tạm dừng', 'Paused')],
  finished: ['good', () => t('Xong', 'Done')],
  cancelled: ['idle', () => t('Đã hủy', 'Cancelled')],
};
const OUTCOMES = {
  pending: () => t('Chưa chạy', 'Pending'),
  recorded: () => t('Đã ghi', 'Recorded'),
  unchanged: () => t('Không đổi', 'Unchanged'),
  outdated: () => t('Đã có bản mới hơn', 'Outdated'),
  refused: () => t('Vẫn bị từ chối', 'Refused again'),
  impossible: () => t('Không chạy lại được', 'Impossible'),
  gone: () => t('Không còn', 'Gone'),
};

export function JobState({ job }) {
  const [kind, words] = STATES[job.state] || ['plain', () => job.state];
  return html`<${Badge} kind=${kind}>${words()}<//>`;
}

export const outcomeName = (outcome) => (OUTCOMES[outcome] ? OUTCOMES[outcome]() : outcome);

export const jobName = (job) => {
  if (job.kind !== 'renormalise') return t('Chạy lại bản ghi cách ly', 'Replay of refused records');
  return job.dry ? t('Chuẩn hóa lại, chạy thử', 'Re-normalise, dry run') : t('Chuẩn hóa lại', 'Re-normalise');
};

/** How many are settled; what waits stands as pending. */
export const settled = (job) => Math.max(0, job.total - (job.outcomes.pending || 0));
export const going = (job) => !job.endedAt;

export const Progress = ({ job }) => html`<div class="progress">
  <progress max=${Math.max(1, job.total)} value=${settled(job)} aria-label=${t(`Tiến độ lượt ${job.id}`, `Progress of job ${job.id}`)}></progress>
  <span class="number">${number(settled(job))} / ${number(job.total)}</span>
</div>`;
