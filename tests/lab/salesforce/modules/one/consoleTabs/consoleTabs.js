// The items of a console's tab bars (facts/salesforce.md §1.10).
import { onRecordChange, peekRecord, recordName } from 'lds/records';
import { navigate } from 'one/router';

/** Adds a record's tab to a bar; a click goes to `address()`. Returns the ways to mark it as focused and to take it away. */
export function showTab(bar, { recordId }, { address, onclose }) {
  const item = document.createElement('li');
  item.setAttribute('role', 'presentation');
  item.className =
    'oneConsoleTabItem tabItem slds-context-bar__item slds-context-bar__item_tab hasActions hideAnimation navexConsoleTabItem';
  item.innerHTML = `
    <a class="tabHeader slds-context-bar__label-action" role="tab" href="javascript:void(0);" aria-selected="false">
      <span class="title slds-truncate"></span>
    </a>
    <div class="close slds-col_bump-left slds-p-left_none">
      <button type="button" class="slds-button slds-button_icon slds-button_icon-container slds-button_icon-x-small">
        <svg class="slds-button__icon" aria-hidden="true"><use href="/assets/icons/utility-sprite/svg/symbols.svg#close"></use></svg>
        <span class="slds-assistive-text"></span>
      </button>
    </div>`;
  const [link, close] = item.children;
  const name = () => {
    const record = peekRecord(recordId);
    const text = record ? recordName(record) : 'Loading…';
    link.title = text;
    link.querySelector('.title').textContent = text;
    close.querySelector('.slds-assistive-text').textContent = `Close ${text}`;
  };
  name();
  const stop = onRecordChange(name);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    navigate(address());
  });
  close.querySelector('button').addEventListener('click', onclose);
  bar.append(item);
  return {
    focus(active) {
      item.classList.toggle('active', active);
      item.classList.toggle('slds-is-active', active);
      link.setAttribute('aria-selected', String(active));
    },
    remove() {
      stop();
      item.remove();
    },
  };
}

/** Takes a tab away with what it shows. */
export function closeTab({ element, tab }) {
  tab.remove();
  element.remove();
}
