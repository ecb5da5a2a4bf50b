// The app with tabs: workspaces with subtabs, all of which stay in the DOM, hidden by style alone (facts/salesforce.md §1.2, §1.10).
import { closeTab, showTab } from 'one/consoleTabs';
import { listUrl, navigate, parse, recordUrl } from 'one/router';

const HOME = listUrl('Opportunity');
/** By the address of its record: `{url, element, tabs, subtabs, focused}`. `subtabs` are by address too, and the first is the record's own page. */
const workspaces = new Map();
let frame;
let home = null;

export function startConsole() {
  frame = document.createElement('div');
  frame.className = 'oneConsoleTabset navexConsoleTabset';
  frame.innerHTML = `
    <div class="tabsetHeader slds-context-bar slds-context-bar_tabs slds-context-bar--tabs slds-no-print">
      <div class="slds-context-bar__primary oneConsoleNav">
        <div class="slds-context-bar__item slds-no-hover slds-p-horizontal_small">
          <span class="slds-context-bar__label-action slds-context-bar__app-name appName"><span class="slds-truncate">Sales Console</span></span>
        </div>
        <div class="slds-context-bar__item selectedListItem">
          <a class="slds-context-bar__label-action" href="${HOME}"><span class="slds-truncate">Opportunities</span></a>
        </div>
      </div>
      <div class="slds-context-bar__secondary navCenter tabBarContainer">
        <div class="oneConsoleTabContainer"><ul class="tabBarItems slds-grid" role="tablist"></ul></div>
      </div>
    </div>
    <div class="tabsetBody"><div class="split-right"><div class="oneConsoleObjectHome"></div></div></div>`;
  document.querySelector('.navexWorkspaceManager').append(frame);
}

/** Shows a route's page in its tab, made by `create()` when there is none. What is no record's is the object home, which has no tab. */
export function showInConsole(route, create) {
  const inTab = route.kind === 'record';
  const objectHome = frame.querySelector('.oneConsoleObjectHome');
  objectHome.hidden = inTab;
  frame.querySelector('.selectedListItem').classList.toggle('slds-is-active', !inTab);
  if (!inTab && home !== route.kind) {
    home = route.kind;
    objectHome.replaceChildren(create());
  }
  const parent = route.ws ? parse(new URL(route.ws, location.origin)) : route;
  const workspace = inTab ? workspaceOf(parent) : null;
  for (const other of workspaces.values()) focus(other, other === workspace);
  if (workspace) showSubtab(workspace, route, create);
}

/** A link in a workspace opens a subtab of it; every other one a workspace. */
export function addressInConsole(link, path) {
  const href = link.getAttribute('href');
  const element = path.find((node) => node.classList?.contains('oneWorkspace'));
  const workspace = [...workspaces.values()].find((one) => one.element.contains(element ?? null));
  const route = parse(new URL(href, location.origin));
  if (!workspace || route.kind !== 'record' || route.ws) return href;
  const url = addressOf(route);
  return url === workspace.url ? href : `${href}?ws=${encodeURIComponent(workspace.url)}`;
}

function addressOf({ objectApiName, recordId }) {
  return recordUrl(objectApiName, recordId);
}

function workspaceOf(route) {
  const url = addressOf(route);
  const known = workspaces.get(url);
  if (known) return known;
  const element = document.createElement('section');
  element.className = 'tabContent oneConsoleTab';
  element.setAttribute('role', 'tabpanel');
  element.innerHTML = `
    <div class="oneWorkspace navexWorkspace">
      <div class="wsTabset oneConsoleTabset wsTabBarHidden">
        <div class="tabsetHeader"><ul class="tabBarItems slds-grid slds-sub-tabs slds-tabs_default__nav" role="tablist"></ul></div>
        <div class="tabsetBody"></div>
      </div>
    </div>`;
  frame.querySelector('.split-right').append(element);
  const workspace = { url, element, subtabs: new Map() };
  workspaces.set(url, workspace);
  workspace.tab = showTab(frame.querySelector('.tabBarItems'), route, {
    address: () => workspace.focused ?? url,
    onclose: () => closeWorkspace(workspace),
  });
  return workspace;
}

function focus({ element, tab }, active) {
  element.classList.toggle('active', active);
  element.querySelector('.oneWorkspace').classList.toggle('active', active);
  tab.focus(active);
}

function closeWorkspace(workspace) {
  workspaces.delete(workspace.url);
  closeTab(workspace);
  const next = [...workspaces.values()].at(-1);
  if (workspace.element.classList.contains('active')) navigate(next?.focused ?? HOME);
}

function showSubtab(workspace, route, create) {
  const url = addressOf(route);
  const bar = workspace.element.querySelector('.tabBarItems');
  const address = url === workspace.url ? url : `${url}?ws=${encodeURIComponent(workspace.url)}`;
  if (!workspace.subtabs.has(url)) {
    const element = document.createElement('section');
    element.className = 'tabContent oneConsoleTab';
    element.setAttribute('role', 'tabpanel');
    element.innerHTML = '<div class="oneWorkspaceTabWrapper"><div class="windowViewMode-maximized active lafPageHost"></div></div>';
    element.querySelector('.lafPageHost').append(create());
    workspace.element.querySelector('.tabsetBody').append(element);
    const subtab = { element };
    subtab.tab = showTab(bar, route, { address: () => address, onclose: () => closeSubtab(workspace, url) });
    workspace.subtabs.set(url, subtab);
  }
  for (const [key, { element, tab }] of workspace.subtabs) {
    element.classList.toggle('active', key === url);
    tab.focus(key === url);
  }
  workspace.focused = address;
  workspace.element.querySelector('.wsTabset').classList.toggle('wsTabBarHidden', workspace.subtabs.size < 2);
}

function closeSubtab(workspace, url) {
  if (url === workspace.url) {
    closeWorkspace(workspace);
    return;
  }
  closeTab(workspace.subtabs.get(url));
  workspace.subtabs.delete(url);
  navigate(workspace.url);
}
