// Starts the page: navigation bar, pages, modal.
import { createElement } from 'lwc';
import StageTools from 'c/stageTools';
import AppNav from 'one/appnav';
import Home from 'one/home';
import ObjectHome from 'lst/objectHome';
import RecordHome from 'one/recordHomeFlexipage2';
import { showEditModal } from 'one/editModal';
import { showPage } from 'one/pageHosts';
import { captureLinks, onNavigate, parse } from 'one/router';
import { titlePage } from 'one/title';
import { showOfflineBanner, showSystemErrors } from 'one/toast';

export function start() {
  document.querySelector('.oneHeader').append(createElement('one-appnav', { is: AppNav }));
  showOfflineBanner();
  showSystemErrors();
  captureLinks();
  onNavigate(showRoute);
  showRoute();
}

function showRoute() {
  const route = parse(new URL(location.href));
  const page = route.edit ? parse(new URL(route.background, location.origin)) : route;
  showPage(keyOf(page), () => create(page));
  showEditModal(route);
  titlePage(page);
}

function keyOf({ kind, objectApiName, recordId }) {
  return [kind, objectApiName, recordId].join('/');
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
