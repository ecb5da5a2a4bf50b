// Starts the page: navigation bar or console, pages, modals.
import { createElement } from 'lwc';
import StageTools from 'c/stageTools';
import AppNav from 'one/appnav';
import Home from 'one/home';
import ObjectHome from 'lst/objectHome';
import RecordHome from 'one/recordHomeFlexipage2';
import { showActionModal } from 'one/actionModal';
import { addressInConsole, showInConsole, startConsole } from 'one/console';
import { labHas } from 'one/lab';
import { showPage } from 'one/pageHosts';
import { captureLinks, onNavigate, parse } from 'one/router';
import { titlePage } from 'one/title';
import { showOfflineBanner, showSystemErrors } from 'one/toast';

const isConsole = labHas('console');
const show = isConsole ? showInConsole : showPage;

export function start() {
  document.querySelector('.oneHeader').append(Object.assign(createElement('one-appnav', { is: AppNav }), { isConsole }));
  if (isConsole) startConsole();
  showOfflineBanner();
  showSystemErrors();
  captureLinks(isConsole ? addressInConsole : undefined);
  onNavigate(showRoute);
  showRoute();
}

function showRoute() {
  const route = parse(new URL(location.href));
  const page = route.background ? parse(new URL(route.background, location.origin)) : route;
  show(page, () => create(page));
  showActionModal(route);
  titlePage(page);
}

function create({ kind, objectApiName, recordId }) {
  switch (kind) {
    case 'record':
      return Object.assign(createElement('one-record-home-flexipage2', { is: RecordHome }), { objectApiName, recordId });
    case 'list':
      return Object.assign(createElement('lst-object-home', { is: ObjectHome }), { objectApiName });
    case 'tab':
      return createElement('c-stage-tools', { is: StageTools });
    default:
      return createElement('one-home', { is: Home });
  }
}
