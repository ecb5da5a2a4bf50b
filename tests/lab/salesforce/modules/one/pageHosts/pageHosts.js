// Pages once visited stay in the DOM, hidden, as Lightning keeps them (facts/salesforce.md §1.2).

const KEPT_HIDDEN = 5;
const hosts = new Map();

/** Shows a route's page, made by `create()` when there is no copy of it, and hides the others. */
export function showPage({ kind, objectApiName, recordId }, create) {
  const key = [kind, objectApiName, recordId].join('/');
  const manager = document.querySelector('.navexStandardManager');
  const host = hosts.get(key) ?? newHost(create);
  hosts.delete(key);
  hosts.set(key, host);
  for (const other of hosts.values()) setActive(other, other === host);
  if (!host.isConnected) manager.append(host);
  for (const [oldKey, old] of [...hosts].slice(0, -1 - KEPT_HIDDEN)) {
    old.remove();
    hosts.delete(oldKey);
  }
}

function newHost(create) {
  const host = document.createElement('div');
  host.className = 'windowViewMode-normal oneContent lafPageHost';
  host.append(create());
  return host;
}

function setActive(host, active) {
  host.classList.toggle('active', active);
  host.style.display = active ? '' : 'none';
  if (active) host.removeAttribute('aria-hidden');
  else host.setAttribute('aria-hidden', 'true');
}
