// Addresses of the practice org's pages (facts/salesforce.md §5), and moving between them without a reload.

const RECORD = /^\/lightning\/r\/(\w+)\/(\w{15,18})\/(view|edit)$/;
const TAB = /^\/lightning\/n\/(\w+)$/;
const LIST = /^\/lightning\/o\/(\w+)\/(list|new)$/;
const QUICK_ACTION = /^\/lightning\/action\/quick\/([\w.]+)$/;

const listeners = new Set();

/**
 * `{kind: 'record'|'list'|'tab'|'home'|'unknown', …}`. `{kind: 'edit'|'new'|'quick', …}` is a modal over the page at its `background` address.
 * In a console `ws` is the address of the workspace tab that a subtab belongs to.
 */
export function parse(url) {
  const { pathname, searchParams } = url;
  const ws = searchParams.get('ws');
  const behind = (otherwise) => searchParams.get('backgroundContext') ?? otherwise;

  const record = RECORD.exec(pathname);
  if (record) {
    const [, objectApiName, recordId, mode] = record;
    if (mode === 'view') return { kind: 'record', objectApiName, recordId, ws };
    return { kind: 'edit', objectApiName, recordId, background: behind(recordUrl(objectApiName, recordId)) };
  }
  const list = LIST.exec(pathname);
  if (list) {
    const [, objectApiName, mode] = list;
    return mode === 'list' ? { kind: 'list', objectApiName } : { kind: 'new', objectApiName, background: behind(listUrl(objectApiName)) };
  }
  const action = QUICK_ACTION.exec(pathname);
  if (action) {
    const objectApiName = searchParams.get('objectApiName');
    const recordId = searchParams.get('recordId');
    return { kind: 'quick', actionApiName: action[1], objectApiName, recordId, background: behind(recordUrl(objectApiName, recordId)) };
  }
  const tab = TAB.exec(pathname);
  if (tab) return { kind: 'tab', objectApiName: tab[1] };
  return { kind: pathname === '/lightning/page/home' ? 'home' : 'unknown' };
}

export function recordUrl(objectApiName, recordId) {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}

export function editUrl(objectApiName, recordId) {
  return `/lightning/r/${objectApiName}/${recordId}/edit?backgroundContext=${here()}`;
}

export function newUrl(objectApiName) {
  const context = `count=1&nooverride=1&useRecordTypeCheck=1&navigationLocation=LIST_VIEW&uid=${Date.now()}`;
  return `/lightning/o/${objectApiName}/new?${context}&backgroundContext=${here()}`;
}

export function quickActionUrl(actionApiName, objectApiName, recordId) {
  const context = `objectApiName=${objectApiName}&context=RECORD_DETAIL&recordId=${recordId}`;
  return `/lightning/action/quick/${actionApiName}?${context}&backgroundContext=${here()}`;
}

export function listUrl(objectApiName) {
  return `/lightning/o/${objectApiName}/list?filterName=Recent`;
}

function here() {
  return encodeURIComponent(location.pathname + location.search);
}

export function navigate(address) {
  history.pushState({}, '', address);
  announce();
}

export function onNavigate(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over the page's own links. Components' links are inside shadow roots, hence the composed path. `addressOf(link)` may say otherwise. */
export function captureLinks(addressOf = (link) => link.getAttribute('href')) {
  window.addEventListener('popstate', announce);
  document.addEventListener('click', (event) => {
    const path = event.composedPath();
    const link = path.find((node) => node.tagName === 'A' && node.pathname?.startsWith('/lightning/'));
    if (!link || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    event.preventDefault();
    navigate(addressOf(link, path));
  });
}

function announce() {
  for (const listener of [...listeners]) listener();
}
