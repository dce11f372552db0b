// The frame around every page: where one can go, who one is, and the page itself.
import { html, useEffect, useRef, useState } from './html.js';
import { useStore } from './store.js';
import { language, setLanguage, t } from './i18n.js';
import { match, route } from './router.js';
import { may, session, set } from './session.js';
import { patch, remove } from './api.js';
import { Toasts, failed } from './toast.js';
import { confirm, Confirmations } from './dialog.js';
import { Failure, Loading } from './parts.js';
import { pages } from '../pages/index.js';
import SignIn from '../pages/signin.js';

const loaded = new Map();

/** The page of an address and the parts of its path. */
function find(path) {
  for (const page of pages) {
    const params = match(page.path, path);
    if (params) return { page, params };
  }
  return { page: null, params: {} };
}

/** Loads a page's module when it is first wanted. */
function usePage(page) {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (page && !loaded.has(page.path)) {
      page.load().then(
        (module) => { loaded.set(page.path, { Page: module.default }); redraw((n) => n + 1); },
        (error) => { loaded.set(page.path, { error }); redraw((n) => n + 1); loaded.delete(page.path); },
      );
    }
  }, [page]);
  return page ? loaded.get(page.path) : undefined;
}

function Content({ now }) {
  const { page, params } = find(now.path);
  const module = usePage(page);
  const main = useRef(null);
  const first = useRef(true);
  useEffect(() => {
    // A new page begins at its heading, for eyes and for screen readers; the first one where the browser begins.
    if (!first.current) main.current?.querySelector('h1')?.focus({ preventScroll: true });
    if (!first.current) scrollTo(0, 0);
    if (module) first.current = false;
  }, [now.path, Boolean(module)]);
  let content = html`<${Loading} />`;
  if (!page) content = html`<h1 tabindex="-1">${t('Không có trang này', 'There is no such page')}</h1>
    <p><a href="#/">${t('Về trang tổng quan', 'Back to the overview')}</a></p>`;
  else if (page.role && !may(page.role)) content = html`<h1 tabindex="-1">${t('Bạn không xem được trang này', 'This page is not for you')}</h1>
    <p>${t('Trang này cần vai trò', 'It takes the role')} ${page.role}.</p>`;
  else if (module?.error) content = html`<${Failure} error=${module.error} />`;
  else if (module) content = html`<${module.Page} key=${now.path} params=${params} query=${now.query} />`;
  return html`<main id="main" ref=${main}>${content}</main>`;
}

function Navigation({ now, onGo }) {
  const here = (page) => page.path === now.path || (page.path !== '/' && now.path.startsWith(`${page.path}/`))
    || (page.also || []).some((pattern) => match(pattern, now.path));
  return html`<nav aria-label=${t('Các trang', 'Pages')}><ul>
    ${pages.filter((page) => page.menu && (!page.role || may(page.role))).map((page) => html`<li>
      <a href=${`#${page.path}`} aria-current=${here(page) ? 'page' : undefined} onClick=${onGo}>${page.title()}</a></li>`)}
  </ul></nav>`;
}

const ROLES = {
  reader: () => t('Người đọc', 'Reader'),
  viewer: () => t('Người theo dõi', 'Viewer'),
  owner: () => t('Đơn vị quản lý nguồn', 'Source owner'),
  operator: () => t('Người vận hành', 'Operator'),
  admin: () => t('Người quản trị', 'Administrator'),
};

/** Personal data is shown masked; an administrator may ask for it in full, which the audit trail keeps. */
function PersonalLevel({ who }) {
  const full = who.personal === 'full';
  const change = async () => {
    const sure = full || await confirm({
      title: t('Xem đầy đủ dữ liệu cá nhân?', 'See personal data in full?'),
      detail: t('Việc này được ghi vào nhật ký, và giữ đến khi bạn che lại hoặc đăng xuất.', 'The audit trail keeps this; it lasts until you mask it again or sign out.'),
      action: t('Xem đầy đủ', 'See in full'),
    });
    if (!sure) return;
    try {
      set(await patch('/api/v1/session', { personal: full ? 'masked' : 'full' }));
    } catch (error) {
      failed(error);
    }
  };
  return html`<button class="quiet" onClick=${change}>${full ? t('Che dữ liệu cá nhân', 'Mask personal data') : t('Xem đủ dữ liệu cá nhân', 'See personal data in full')}</button>`;
}

function Account({ who }) {
  const out = async () => {
    try {
      await remove('/api/v1/session');
    } catch (error) {
      if (error.status !== 401) return failed(error);
    }
    return set({ signedIn: false });
  };
  return html`<div class="account">
    <p><strong>${who.name}</strong><span>${ROLES[who.role]?.()}</span></p>
    ${who.role === 'admin' && html`<${PersonalLevel} who=${who} />`}
    <button class="quiet" onClick=${out}>${t('Đăng xuất', 'Sign out')}</button>
  </div>`;
}

export const LanguageSwitch = () => {
  const now = useStore(language);
  const other = now === 'vi' ? 'en' : 'vi';
  return html`<button class="quiet language" lang=${other} onClick=${() => setLanguage(other)}>
    ${other === 'en' ? 'English' : 'Tiếng Việt'}</button>`;
};

export const Brand = () => html`<span class="brand"><svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
  <rect width="32" height="32" rx="7" /><g><circle cx="16" cy="16" r="3.6" /><path d="M16 5v6M16 21v6M5 16h6M21 16h6" /></g></svg>IOC Hub</span>`;

export function Shell() {
  const who = useStore(session);
  const now = useStore(route);
  const lang = useStore(language);
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [now.path]);
  if (!who.known) return html`<div class="splash" aria-busy="true"></div>`;
  if (!who.signedIn) return html`<${SignIn} key=${lang} over=${who.over} /><${Toasts} />`;
  const toMain = (event) => {
    event.preventDefault();
    document.getElementById('main').querySelector('h1')?.focus();
  };
  return html`<div class=${`frame ${open ? 'open' : ''}`} key=${lang}>
    <a class="skip" href="#main" onClick=${toMain}>${t('Đến nội dung chính', 'Skip to the content')}</a>
    <header class="bar">
      <a href="#/" class="home"><${Brand} /></a>
      <button class="quiet menu" aria-expanded=${open} aria-controls="side" onClick=${() => setOpen(!open)}>${t('Menu', 'Menu')}</button>
    </header>
    <div class="side" id="side" onKeyDown=${(e) => e.key === 'Escape' && setOpen(false)}>
      <${Navigation} now=${now} onGo=${() => setOpen(false)} />
      <section class="foot" aria-label=${t('Ngôn ngữ và tài khoản', 'Language and account')}><${LanguageSwitch} /><${Account} who=${who} /></section>
    </div>
    <${Content} now=${now} />
    <${Toasts} /><${Confirmations} />
  </div>`;
}
