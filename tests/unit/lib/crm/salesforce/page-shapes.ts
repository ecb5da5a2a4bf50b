/** Record pages in the markup of facts/salesforce.md §1, rendered as each generation of Lightning would: one source, two trees. */
import type { View } from '../../../../../lib/crm/adapter';
import { OPPORTUNITY, ORG } from './wire-shapes';

export const VIEW: View = { kind: 'record', record: { crm: 'salesforce', org: ORG, object: 'Opportunity', id: OPPORTUNITY } };

/** `synthetic`: everything is light DOM, slots included, as an isolated world sees it. `native`: real open shadow roots. */
export const TREES = ['synthetic', 'native'] as const;
export type Tree = (typeof TREES)[number];

/** A component: `shadow` is its template, `light` what is slotted into it. */
export function component(tag: string, shadow: string, light = '', attributes = ''): string {
  return `<${tag} ${attributes}><template data-shadow>${shadow}</template>${light}</${tag}>`;
}

/** A field of the details (§1.4, §1.5). `control` stands in the slot for output, or for input while it is being edited. */
export function field(name: string, control: string, mode: 'output' | 'input' = 'output', object = 'Opportunity'): string {
  const shadow = `<div class="slds-grid label-stacked" data-target-selection-name="sfdc:RecordField.${object}.${name}" role="listitem">
    <div class="slds-form-element test-id__output-root"><div class="test-id__field-label-container slds-form-element__label">
      <span class="test-id__field-label">A label</span></div>
      <div class="slds-form-element__control"><span class="test-id__field-value slds-form-element__static">
        <slot name="${mode}Field"></slot></span>
        <button class="inline-edit-trigger"><span class="slds-assistive-text">Edit A label</span></button></div></div></div>`;
  return component(
    'records-record-layout-item',
    shadow,
    `<span slot="${mode}Field">${control}</span>`,
    'class="slds-form__item" field-label="A label"',
  );
}

/** A field that stands on the page by itself (§1.4, Dynamic Forms). */
export function dynamicField(name: string, control: string, mode: 'output' | 'input' = 'output', object = 'Opportunity'): string {
  const shadow = `<div class="slds-grid label-stacked" data-target-selection-name="sfdc:RecordField.${object}.${name}">
    <div class="slds-form-element test-id__output-root"><span class="test-id__field-label-container"><span class="test-id__field-label">A label</span></span>
      <span class="test-id__field-value slds-form-element__static"><slot name="${mode}"></slot></span>
      <button class="inline-edit-trigger"><span class="slds-assistive-text">Edit A label</span></button></div></div>`;
  const own = component('record_flexipage-record-field', shadow, `<span slot="${mode}">${control}</span>`);
  return component(
    'flexipage-column2',
    '<div><slot></slot></div>',
    component('flexipage-field', own, '', `data-field-id="Record${name}Field"`),
  );
}

export function text(value: string): string {
  return component('lightning-formatted-text', value);
}

export function checkbox(attributes: string): string {
  return component('lightning-input', `<input type="checkbox" name="Budget_Confirmed__c" ${attributes}>`);
}

export function combobox(name: string, value: string): string {
  return component('lightning-combobox', `<button role="combobox" name="${name}" data-value="${value}">${value}</button>`);
}

export function highlights(name: string): string {
  const shadow = `<h1><div class="entityNameTitle">Opportunity</div><slot name="primaryField"></slot></h1>`;
  return component(
    'records-lwc-highlights-panel',
    component('records-highlights2', shadow, `<span slot="primaryField">${text(name)}</span>`),
  );
}

export function auraPath(current: string, selected = current): string {
  const step = (value: string) =>
    `<li class="runtime_sales_pathassistantPathAssistantTab slds-path__item ${value === current ? 'slds-is-current' : ''} ${
      value === selected ? 'slds-is-active' : ''
    }" data-name="${value}"><a class="slds-path__link"><span class="slds-path__title">${value} label</span></a></li>`;
  return `<div class="runtime_sales_pathassistantPathAssistant"><ul class="runtime_sales_pathassistantPathAssistantTabSet">
    ${['Qualification', 'Proposal/Price Quote', 'Closed Won'].map(step).join('')}</ul></div>`;
}

/** The newer Path: its steps tell their label, and the current one by a class of the element itself (§1.3). */
export function lwcPath(current: string, selected = current): string {
  const step = (label: string) =>
    component(
      'runtime_sales_pathassistant-path-step',
      `<a class="slds-path__link"><span class="slds-path__title" data-label="${label}">${label}</span></a>`,
      '',
      `class="slds-path__item ${label === current ? 'slds-is-current' : ''} ${label === selected ? 'slds-is-active' : ''}"`,
    );
  const steps = ['Qualification', 'Proposal/Price Quote', 'Closed'].map(step).join('');
  const scroller = component('runtime_sales_pathassistant-path-track-scroller', '<div class="slds-path__nav"><slot></slot></div>', steps);
  return component(
    'runtime_sales_pathassistant-path',
    `<div class="slds-path">${component('runtime_sales_pathassistant-path-track', scroller)}</div>`,
  );
}

/** A console's tab with what it shows. One that is not in front is hidden by style alone, and what is inside stays `active` (§1.2, §1.10). */
export function consoleTab(inside: string, inFront: boolean): string {
  return `<section class="tabContent oneConsoleTab ${inFront ? 'active' : ''}" ${inFront ? '' : 'style="display: none"'}>
    <div class="oneWorkspaceTabWrapper">${inside}</div></section>`;
}

/** The page of one record in its container, which is in view or kept behind (§1.1, §1.2). */
export function recordPage(content: string, container = 'class="windowViewMode-normal oneContent active lafPageHost"'): string {
  const decorator = component('record_flexipage-desktop-record-page-decorator', '<div><slot></slot></div>', content);
  return `<div ${container}>${component('one-record-home-flexipage2', `<div class="forcegenerated-flexipage-module">${decorator}</div>`)}</div>`;
}

function fillSlots(host: Element): void {
  const light = [...host.childNodes].filter((node) => !(node instanceof HTMLElement && node.matches('template[data-shadow]')));
  const template = host.querySelector(':scope > template[data-shadow]');
  if (!(template instanceof HTMLTemplateElement)) return;
  const content = template.content.cloneNode(true);
  host.replaceChildren(content);
  for (const node of light) {
    const name = node instanceof Element ? node.getAttribute('slot') : null;
    host.querySelector(name ? `slot[name="${name}"]` : 'slot:not([name])')?.append(node);
  }
}

/** happy-dom knows `assignedNodes` but not its counterpart. */
Object.defineProperty(Element.prototype, 'assignedSlot', {
  configurable: true,
  get(this: Element) {
    const slots = this.parentElement?.shadowRoot?.querySelectorAll('slot') ?? [];
    return [...slots].find((slot) => slot.assignedNodes().includes(this)) ?? null;
  },
});

/** Nor does its `checkVisibility` look past a shadow root, as a browser's does. */
const { checkVisibility } = Element.prototype;
Element.prototype.checkVisibility = function (options) {
  const root = this.getRootNode();
  return checkVisibility.call(this, options) && (!(root instanceof ShadowRoot) || root.host.checkVisibility(options));
};

function attachShadow(host: Element): void {
  const template = host.querySelector(':scope > template[data-shadow]');
  if (!(template instanceof HTMLTemplateElement)) return;
  host.attachShadow({ mode: 'open' }).append(template.content.cloneNode(true));
  template.remove();
}

/** Puts `html` into the document, each component as `tree` has it. */
export function show(html: string, tree: Tree): void {
  document.body.innerHTML = html;
  const build = (within: ParentNode): void => {
    for (const host of within.querySelectorAll('*')) {
      if (tree === 'synthetic') fillSlots(host);
      else attachShadow(host);
      if (host.shadowRoot) build(host.shadowRoot);
    }
    if (within.querySelector('template[data-shadow]')) build(within);
  };
  build(document.body);
}
