// The edit modal over the page behind it (facts/salesforce.md §1.6).
import { createElement } from 'lwc';
import ModalDetailPanel from 'records/modalLwcDetailPanelWrapper';
import { watchRecord } from 'lds/recordPage';
import { navigate } from 'one/router';

let open = null;
let stopTitle = () => undefined;

/** Opens the modal for a route with `edit`, and closes it for any other. */
export function showEditModal(route) {
  stopTitle();
  open?.remove();
  open = route.edit ? modalFor(route) : null;
  if (open) document.querySelector('.uiContainerManager').append(open);
}

function modalFor({ objectApiName, recordId, background }) {
  const modal = document.createElement('div');
  modal.className = 'uiModal active open forceModal';
  modal.innerHTML = `
    <div class="modal-glass slds-backdrop slds-backdrop_open"></div>
    <div class="panel slds-modal slds-modal_large slds-fade-in-open" role="dialog" aria-modal="true" aria-labelledby="editTitle">
      <div class="modal-container slds-modal__container">
        <div class="modal-header slds-modal__header"><h2 class="slds-modal__title slds-text-heading_medium" id="editTitle"></h2></div>
        <div class="modal-body slds-modal__content">
          <div class="windowViewMode-normal oneRecordActionWrapper isModal active lafPageHost"><div class="actionBody"></div></div>
        </div>
      </div>
    </div>`;
  const title = modal.querySelector('h2');
  stopTitle = watchRecord(objectApiName, recordId, ({ record }) => (title.textContent = `Edit ${record.fields.Name.value}`));
  const panel = createElement('records-modal-lwc-detail-panel-wrapper', { is: ModalDetailPanel });
  Object.assign(panel, { objectApiName, recordId });
  panel.addEventListener('editend', () => navigate(background));
  modal.querySelector('.actionBody').append(panel);
  return modal;
}
