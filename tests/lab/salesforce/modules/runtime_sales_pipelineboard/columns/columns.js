// The board's columns: every stage with its cards and their sum.
import { recordUrl } from 'one/router';

const CURRENCY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** `moved` is `{recordId: stage}` for the cards whose save has no answer yet; `target` the column under the dragged card. */
export function columnsOf({ info, picklists }, records, moved, target) {
  const { pathField } = info;
  return picklists[pathField].map(({ label, value }) => {
    const here = records.filter(({ id, fields }) => (moved[id] ?? fields[pathField].value) === value);
    const sum = here.reduce((total, { fields }) => total + (fields.Amount?.value ?? 0), 0);
    return {
      value,
      header: `${label}   (${here.length})`,
      sum: CURRENCY.format(sum),
      cards: here.map((record) => cardOf(record, moved)),
      columnClass: `runtime_sales_pipelineboardPipelineViewColumn uiDropzone${value === target ? ' dropTarget' : ''}`,
    };
  });
}

function cardOf({ id, apiName, fields }, moved) {
  const lines = ['AccountId', 'Company', 'Amount', 'CloseDate'].filter((name) => name in fields);
  return {
    id,
    name: fields.Name.value,
    href: recordUrl(apiName, id),
    lines: lines.map((name) => ({ name, text: fields[name].displayValue ?? fields[name].value })),
    cardClass: `${id} pipelineViewCard uiDraggable slds-card${id in moved ? ' pending' : ''}`,
  };
}
