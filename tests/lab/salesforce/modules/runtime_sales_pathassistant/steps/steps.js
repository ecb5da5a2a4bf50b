// The steps of a Path: the open stages, then one step for every way to close.

const CLOSED = 'Closed';

/** `chosen` is the step's value that was clicked, or null for the current one. */
export function stepsOf(stages, current, chosen) {
  const open = stages.filter(({ attributes }) => !attributes.closed).map(({ label, value }) => ({ label, value, closed: false }));
  const end = stages.find(({ value, attributes }) => attributes.closed && value === current);
  const steps = [...open, end ? { label: end.label, value: end.value, closed: true } : { label: CLOSED, value: CLOSED, closed: true }];
  const at = steps.findIndex(({ value }) => value === current);
  const lost = end !== undefined && !end.attributes.won;
  return steps.map((step, i) => {
    const isChosen = step.value === (chosen ?? current);
    const isComplete = i < at && !lost;
    return {
      ...step,
      isCurrent: i === at,
      isComplete,
      chosen: isChosen,
      selected: String(isChosen),
      tabIndex: isChosen ? '0' : '-1',
      itemClass: `slds-path__item runtime_sales_pathassistantPathAssistantTab ${stateOf(i, at, lost, end)}${isChosen ? ' slds-is-active' : ''}`,
      titleClass: `title slds-path__title${i === at ? ' current' : ''}${isComplete ? ' complete' : ''}`,
    };
  });
}

function stateOf(i, at, lost, end) {
  if (i === at) return end ? (lost ? 'slds-is-current slds-is-lost' : 'slds-is-current slds-is-won') : 'slds-is-current';
  return i < at && !lost ? 'slds-is-complete' : 'slds-is-incomplete';
}
