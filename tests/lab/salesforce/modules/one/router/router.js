// Addresses of the practice org's pages (facts/salesforce.md §5), and moving between them without a reload.

const RECORD = /^\/lightning\/r\/(\w+)\/(\w{15,18})\/(view|edit)$/;
const TAB = /^\/lightning\/n\/(\w+)$/;
const LIST = /^\/lightning\/o\/(\w+)\/list$/;

const listeners = new Set();

/** `{kind: 'record'|'list'|'tab'|'home'|'unknown', …}`; a record being edited in the modal has `edit` and its `background` address. */
export function parse(url) {
  const record = RECORD.exec(url.pathname);
  if (record) {
    const [, objectApiName, recordId, mode] = record;
    const background = url.searchParams.get('backgroundContext') ?? recordUrl(objectApiName, recordId);
    return { kind: 'record', objectApiName, recordId, edit: mode === 'edit', background };
  }
  const list = LIST.exec(url.pathname);
  if (list) return { kind: 'list', objectApiName: list[1] };
  const tab = TAB.exec(url.pathname);
  if (tab) return { kind: 'tab', objectApiName: tab[1] };
  return { kind: url.pathname === '/lightning/page/home' ? 'home' : 'unknown' };
}

export function recordUrl(objectApiName, recordId) {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}

export function editUrl(objectApiName, recordId) {
  const background = encodeURIComponent(location.pathname + location.search);
  return `/lightning/r/${objectApiName}/${recordId}/edit?backgroundContext=${background}`;
}

export function listUrl(objectApiName) {
  return `/lightning/o/${objectApiName}/list?filterName=Recent`;
}

export function navigate(address) {
  history.pushState({}, '', address);
  announce();
}

export function onNavigate(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over the page's own links. Components' links are inside shadow roots, hence the composed path. */
export function captureLinks() {
  window.addEventListener('popstate', announce);
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.tagName === 'A' && node.pathname?.startsWith('/lightning/'));
    if (!link || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    event.preventDefault();
    navigate(link.getAttribute('href'));
  });
}

function announce() {
  for (const listener of [...listeners]) listener();
}
