// What re-normalising changes, by field, with examples.
import { html } from '../app/html.js';
import { number, text, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Badge, Loaded, Section, Table } from '../app/parts.js';
import { going } from '../app/jobs.js';

const shown = (value) => (value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value));

export const Change = ({ before, after }) => html`<span class="diff"><del>${shown(before)}</del><ins>${shown(after)}</ins></span>`;

export function Differences({ job }) {
  const load = useLoad((signal) => get(`/api/v1/replays/${job.id}/differences`, { signal }), [job.id, job.endedAt], going(job) ? 3000 : 0);
  const title = t('Khác biệt theo trường', 'Differences by field');
  return html`<${Section} id="differences" title=${title}>
    <${Loaded} of=${load}>${({ differences }) => html`<${Table} label=${title} rows=${differences.fields || []} keyOf=${(f) => `${f.type} ${f.field}`}
      empty=${t('Không trường nào khác.', 'No field differs.')}
      columns=${[
        { title: t('Trường', 'Field'), main: true, cell: (f) => html`${text(f.title)} <code>${f.field}</code>` },
        { title: t('Loại', 'Type'), cell: (f) => f.type },
        { title: t('Bản ghi', 'Records'), number: true, cell: (f) => number(f.records) },
        { title: t('Ví dụ: trước, sau', 'Examples: before, after'), cell: (f) => (f.personal
          ? html`<${Badge}>${t('Dữ liệu cá nhân, không hiện', 'Personal data, not shown')}<//>`
          : f.examples.slice(0, 3).map((e) => html`<${Change} before=${e.before} after=${e.after} />`)) },
      ]} />
      ${differences.refusals?.length > 0 && html`<p class="note">${t('Bị từ chối', 'Refused')}: ${differences.refusals.map((r) => `${r.code} ${number(r.records)}`).join(' · ')}</p>`}`}<//>
  <//>`;
}
