// The modals that have an address of their own: edit, create, and quick actions (facts/salesforce.md §1.6).
import { createElement } from 'lwc';
import { describe } from 'lds/metadata';
import { watchRecord } from 'lds/recordPage';
import { recordName } from 'lds/records';
import { openModal } from 'one/modal';
import { navigate, recordUrl } from 'one/router';
import ModalDetailPanel from 'records/modalLwcDetailPanelWrapper';
import QuickActionLayout from 'runtime_platform_actions/lwcQuickActionLayout';

let close = () => undefined;

/** Opens the modal that a route is, and closes it for any other. */
export function showActionModal(route) {
  close();
  close = OPEN[route.kind]?.(route) ?? (() => undefined);
}

const OPEN = { edit: openEdit, new: openNew, quick: openQuickAction };

function openEdit({ objectApiName, recordId, background }) {
  const modal = openModal({ title: '', body: recordAction({ objectApiName, recordId }, () => navigate(background)) });
  const stop = watchRecord(objectApiName, recordId, ({ record }) => (modal.heading.textContent = `Edit ${recordName(record)}`));
  return () => {
    stop();
    modal.close();
  };
}

/** A record that was saved is shown; one that was given up leaves what is behind. */
function openNew({ objectApiName, background }) {
  const modal = openModal({
    title: '',
    body: recordAction({ objectApiName, recordId: null }, ({ recordId }) =>
      navigate(recordId ? recordUrl(objectApiName, recordId) : background),
    ),
  });
  describe(objectApiName).then(({ info }) => (modal.heading.textContent = `New ${info.label}`));
  return modal.close;
}

function recordAction(properties, onend) {
  const wrapper = document.createElement('div');
  wrapper.className = 'windowViewMode-normal oneRecordActionWrapper isModal active lafPageHost';
  wrapper.innerHTML = '<div class="actionBody"></div>';
  const panel = Object.assign(createElement('records-modal-lwc-detail-panel-wrapper', { is: ModalDetailPanel }), properties);
  panel.addEventListener('editend', ({ detail }) => onend(detail));
  wrapper.firstElementChild.append(panel);
  return wrapper;
}

function openQuickAction({ actionApiName, objectApiName, recordId, background }) {
  const wrapper = document.createElement('div');
  wrapper.className = 'runtime_platform_actionsQuickActionWrapper';
  const layout = createElement('runtime_platform_actions-lwc-quick-action-layout', { is: QuickActionLayout });
  Object.assign(layout, { actionApiName, objectApiName, recordId });
  layout.addEventListener('editend', () => navigate(background));
  wrapper.append(layout);
  const modal = openModal({ title: '', body: wrapper, className: 'forceModal quickActionModal', size: 'slds-modal_small' });
  describe(objectApiName).then(({ info }) => {
    modal.heading.textContent = info.quickActions.find(({ apiName }) => apiName === actionApiName).label;
  });
  return modal.close;
}
