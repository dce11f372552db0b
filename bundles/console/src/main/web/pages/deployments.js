// What was deployed and what became of it; a file is dropped, its plan read, then it is deployed.
import { html, useState } from '../app/html.js';
import { dateTime, text, t } from '../app/i18n.js';
import { get, post, Problem } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Badge, Facts, Head, Loaded, Section, Table } from '../app/parts.js';
import { Drop } from '../app/drop.js';
import { failed } from '../app/toast.js';

const Verdict = ({ of }) => html`<${Badge} kind=${of.accepted ? 'good' : 'bad'}>${of.accepted ? t('Chấp nhận', 'Accepted') : t('Từ chối', 'Refused')}<//>`;

const list = (names) => (names?.length ? names.join(', ') : undefined);

function Plan({ plan, busy, onDeploy, onDrop }) {
  const missing = plan.wires.filter((wire) => !wire.provider).map((wire) => `${wire.need} ${wire.wanted}`);
  return html`<div id="plan" role="region" aria-label=${t('Kế hoạch', 'The plan')}>
    <p class="sentence"><${Verdict} of=${plan} /> ${text(plan.reason)}</p>
    <${Facts} of=${[
      [t('Tệp', 'File'), plan.file],
      [t('Bộ kết nối', 'Adapters'), list(plan.adapters)],
      [t('Phiên bản', 'Version'), `${plan.now || '–'} → ${plan.then || '–'}`],
      [t('Sẽ chạy', 'Starts'), list(plan.starts)],
      [t('Sẽ dừng', 'Stops'), list(plan.stops)],
      [t('Sẽ khởi động lại', 'Restarts'), list(plan.restarts)],
      [t('Làm mới', 'Refreshes'), list(plan.refreshes)],
      [t('Còn thiếu', 'Missing'), list(missing)],
    ]} />
    <div class="actions more"><button disabled=${busy} onClick=${onDrop}>${t('Thôi', 'Cancel')}</button>
      <button class="primary" disabled=${busy || !plan.accepted} onClick=${onDeploy}>${t('Triển khai', 'Deploy')}</button></div>
  </div>`;
}

function Dropping({ onDeployed }) {
  const [state, setState] = useState({});
  const { file, plan, verdict, busy } = state;
  const address = (more) => `/api/v1/deployments?${new URLSearchParams({ file: file.name, ...more })}`;
  const take = async (next) => {
    setState({ busy: true });
    try {
      const query = new URLSearchParams({ file: next.name, dryRun: 'true' });
      setState({ file: next, plan: await post(`/api/v1/deployments?${query}`, next, { type: 'application/octet-stream' }) });
    } catch (error) {
      setState({});
      failed(error);
    }
  };
  const deploy = async () => {
    setState({ ...state, busy: true });
    try {
      setState({ verdict: await post(address({}), file, { type: 'application/octet-stream' }) });
    } catch (error) {
      // A verdict against it comes as a refusal with the verdict as its document.
      if (error instanceof Problem && error.document.accepted === false) setState({ verdict: error.document });
      else {
        setState({});
        failed(error);
      }
    }
    onDeployed();
  };
  return html`<${Drop} id="deploy-file" label=${t('Thả tệp bộ kết nối vào đây', 'Drop an adapter file here')} accept=".jar,.kar,.yaml,.yml" busy=${busy && !plan}
      hint=${t('Tệp .jar, .kar, .yaml. Hub cho xem kế hoạch trước, chưa thay đổi gì.', 'A .jar, .kar or .yaml file. The hub shows the plan first and changes nothing.')} onFile=${take} />
    <div class="more" aria-live="polite">
      ${plan && html`<${Plan} plan=${plan} busy=${busy} onDeploy=${deploy} onDrop=${() => setState({})} />`}
      ${verdict && html`<p class="sentence" id="verdict"><${Verdict} of=${verdict} /> <strong>${verdict.file}</strong> ${text(verdict.reason)}</p>`}
    </div>`;
}

export default function Deployments() {
  const load = useLoad((signal) => get('/api/v1/deployments', { signal }), [], 10000);
  const title = t('Đã triển khai', 'Deployed');
  return html`<${Head} title=${t('Triển khai', 'Deployments')} />
    <${Section} id="drop" title=${t('Triển khai một tệp', 'Deploy a file')}><${Dropping} onDeployed=${load.reload} /><//>
    <${Section} id="deployed" title=${title}>
      <${Loaded} of=${load}>${(data) => html`<${Table} label=${title} rows=${data.deployments} keyOf=${(d) => `${d.file} ${d.sha256}`}
        empty=${t('Chưa triển khai tệp nào.', 'No file was deployed yet.')}
        columns=${[
          { title: t('Tệp', 'File'), main: true, cell: (d) => d.file },
          { title: t('Kết luận', 'Verdict'), cell: (d) => html`<${Verdict} of=${d} />` },
          { title: t('Bộ kết nối', 'Adapters'), cell: (d) => `${d.adapters.join(', ')} ${d.version || ''}` },
          { title: t('Lúc', 'At'), time: true, cell: (d) => dateTime(d.at) },
          { title: t('Lý do', 'Reason'), cell: (d) => text(d.reason) },
        ]} />`}<//>
    <//>`;
}
