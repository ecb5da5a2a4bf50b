// The frame of Aura's modals, over the page behind them (facts/salesforce.md §1.6).

/** Opens one over whatever is there. `body` and `footer` are elements; `className` is the modal's own kind. Returns its parts and the way to close it. */
export function openModal({ title, body, footer, className = 'forceModal', size = 'slds-modal_large' }) {
  const modal = document.createElement('div');
  modal.className = `DESKTOP uiModal active open ${className}`;
  modal.innerHTML = `
    <div class="modal-glass slds-backdrop slds-backdrop_open"></div>
    <div class="panel slds-modal slds-fade-in-open" role="dialog" aria-modal="true" aria-labelledby="modalTitle">
      <div class="modal-container slds-modal__container">
        <div class="modal-header slds-modal__header"><h2 class="slds-modal__title slds-text-heading_medium" id="modalTitle"></h2></div>
        <div class="modal-body slds-modal__content"></div>
      </div>
    </div>`;
  modal.querySelector('.panel').classList.add(size);
  const heading = modal.querySelector('h2');
  heading.textContent = title;
  modal.querySelector('.modal-body').append(body);
  if (footer) {
    const frame = document.createElement('div');
    frame.className = 'modal-footer slds-modal__footer';
    frame.append(footer);
    modal.querySelector('.modal-container').append(frame);
  }
  document.querySelector('.uiContainerManager').append(modal);
  return { heading, close: () => modal.remove() };
}
